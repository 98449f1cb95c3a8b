package dev.milepost.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import dev.milepost.embedded.TokenSource;
import dev.milepost.embedded.TokenSource.Identity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks to one service in somebody's name. A service that is being started again is waited for:
 * every request of the demo may be repeated.
 */
public final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int ATTEMPTS = 120;
  private static final int PAGE = 500;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Identity, String> tokens = new ConcurrentHashMap<>();
  private final URI address;
  private final TokenSource source;

  public ServiceClient(URI address, TokenSource source) {
    this.address = address;
    this.source = source;
  }

  private record Reply(int status, JsonNode body) {}

  /** Reads one thing. */
  public JsonNode get(Identity who, String path) {
    return expectSuccess("GET", path, send(request(who, path).GET())).body();
  }

  /** Reads a whole list, page by page. */
  public List<JsonNode> list(Identity who, String path) {
    List<JsonNode> items = new ArrayList<>();
    String start = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
    JsonNode page = get(who, start);
    page.path("items").forEach(items::add);
    while (page.path("next").isTextual()) {
      page = get(who, start + "&cursor=" + page.path("next").asText());
      page.path("items").forEach(items::add);
    }
    return items;
  }

  /** Creates something, once: the key makes a second attempt answer as the first did. */
  public JsonNode create(Identity who, String path, String key, Object body) {
    HttpRequest.Builder request =
        json(request(who, path), body).header("Idempotency-Key", "demo/" + key);
    return expectSuccess("POST", path, send(request)).body();
  }

  /** Asks for a step that needs no words. */
  public JsonNode post(Identity who, String path) {
    HttpRequest.Builder request = request(who, path).POST(BodyPublishers.noBody());
    return expectSuccess("POST", path, send(request)).body();
  }

  /** Asks for a step of something that was read in this version. */
  public JsonNode post(Identity who, String path, long version) {
    HttpRequest.Builder request =
        request(who, path).header("If-Match", "\"" + version + "\"").POST(BodyPublishers.noBody());
    return expectSuccess("POST", path, send(request)).body();
  }

  /** Sends text of some media type. */
  public JsonNode post(Identity who, String path, String mediaType, String body) {
    HttpRequest.Builder request =
        request(who, path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body));
    return expectSuccess("POST", path, send(request)).body();
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, Object body) {
    try {
      String text = ContractJson.mapper().writeValueAsString(body);
      return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(text));
    } catch (JsonProcessingException e) {
      throw new DemoFailure("cannot write " + body, e);
    }
  }

  private HttpRequest.Builder request(Identity who, String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + tokens.computeIfAbsent(who, source::token));
  }

  private Reply expectSuccess(String method, String path, Reply reply) {
    if (reply.status() >= 300) {
      throw new DemoFailure(
          "%s %s answered %d: %s"
              .formatted(method, address.resolve(path), reply.status(), reply.body()));
    }
    return reply;
  }

  private Reply send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 503 || attempt == ATTEMPTS) {
          return reply(response);
        }
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new DemoFailure("cannot reach " + request.uri() + ": " + e.getMessage(), e);
        }
      } catch (InterruptedException e) {
        throw Waiting.interrupted(e);
      }
      Waiting.pause(PATIENCE);
    }
  }

  private static Reply reply(HttpResponse<String> response) throws IOException {
    return new Reply(response.statusCode(), ContractJson.mapper().readTree(response.body()));
  }
}
