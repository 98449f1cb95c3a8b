package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.milepost.embedded.TokenSource;
import dev.milepost.local.Persona;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {
  private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
  private final Deque<String> requests = new ConcurrentLinkedDeque<>();
  private HttpServer server;
  private ServiceClient client;

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/issuer/token", e -> send(e, new Answer(200, "{\"access_token\":\"t\"}")));
    server.createContext("/v1", this::answer);
    server.start();
    String address = "http://localhost:" + server.getAddress().getPort();
    client = new ServiceClient(URI.create(address), new TokenSource(address + "/issuer"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsAListPageByPage() {
    answers.add(new Answer(200, "{\"items\":[1,2],\"next\":\"abc\"}"));
    answers.add(new Answer(200, "{\"items\":[3],\"next\":null}"));
    List<JsonNode> items = client.list(Persona.SALES_OPS.identity(), "/v1/goals?period=2017-Q4");
    assertThat(items).extracting(JsonNode::asInt).containsExactly(1, 2, 3);
    assertThat(requests)
        .containsExactly(
            "GET /v1/goals?period=2017-Q4&limit=500",
            "GET /v1/goals?period=2017-Q4&limit=500&cursor=abc");
  }

  @Test
  void waitsForAServiceThatIsStartedAgain() {
    answers.add(new Answer(503, "{}"));
    answers.add(new Answer(200, "{\"id\":\"x\"}"));
    JsonNode body = client.get(Persona.SALES_OPS.identity(), "/v1/goals/x");
    assertThat(body.path("id").asText()).isEqualTo("x");
  }

  @Test
  void saysWhatWasRefusedAndWhy() {
    answers.add(new Answer(422, "{\"title\":\"Not ready\"}"));
    assertThatThrownBy(() -> client.post(Persona.SALES_OPS.identity(), "/v1/goals/x/propose"))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("/v1/goals/x/propose answered 422")
        .hasMessageContaining("Not ready");
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    send(exchange, answers.remove());
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
