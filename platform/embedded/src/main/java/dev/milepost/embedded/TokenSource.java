package dev.milepost.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gets tokens from an {@link OidcProvider}, for whoever the caller wants to be. */
public final class TokenSource {
  private static final Duration HOUR = Duration.ofHours(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  /** For the provider with this issuer. */
  public TokenSource(String issuer) {
    this.endpoint = URI.create(issuer + "/token");
  }

  /**
   * Who a token speaks for.
   *
   * @param subject the principal
   * @param participantId the participant that the principal is, if any
   */
  public record Identity(String subject, @Nullable String participantId, List<String> roles) {
    private Map<String, String> form(Duration lifetime) {
      return Map.of(
          "grant_type",
          "client_credentials",
          "client_id",
          "milepost-local",
          "client_secret",
          "none",
          "subject",
          subject,
          "participant_id",
          participantId == null ? "" : participantId,
          "roles",
          String.join(",", roles),
          "lifetime",
          Long.toString(lifetime.toSeconds()));
    }
  }

  /** A bearer token that is good for an hour. */
  public String token(Identity identity) {
    return token(identity, HOUR);
  }

  /** A bearer token that ends after a lifetime; a negative one gives a token that has expired. */
  public String token(Identity identity, Duration lifetime) {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(identity.form(lifetime))))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonNode token = ContractJson.mapper().readTree(response.body()).path("access_token");
      if (!token.isTextual()) {
        throw new IOException("no token: " + response.statusCode() + " " + response.body());
      }
      return token.asText();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot get a token from " + endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while getting a token", e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
