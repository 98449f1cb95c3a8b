package dev.milepost.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class SuiteResourceTest {
  private static final String TOPIC = "milepost.metrics.v1";
  private static final Instant THEN = Instant.parse("2017-10-01T00:00:00Z");

  @Inject DataSource dataSource;
  @Inject TestBroker broker;
  @Inject MovableClock movable;
  @Inject Clock clock;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @AfterEach
  void showSystemTime() {
    movable.reset();
  }

  @Test
  void serviceWritesRowsButCannotChangeTheSchema() throws SQLException {
    try (Connection owner = DriverManager.getConnection(url, "platform_owner", "platform_owner");
        Statement statement = owner.createStatement()) {
      statement.execute("CREATE TABLE probe (id bigint GENERATED ALWAYS AS IDENTITY, note text)");
    }

    try (Connection service = dataSource.getConnection();
        Statement statement = service.createStatement()) {
      assertThat(statement.executeUpdate("INSERT INTO probe (note) VALUES ('kept')")).isOne();
      assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void loginReachesNoOtherDatabase() {
    String other = url.replaceFirst("/platform$", "/postgres");

    assertThatThrownBy(() -> DriverManager.getConnection(other, "platform", "platform"))
        .hasMessageContaining("permission denied for database");
  }

  @Test
  void loginNeedsItsPassword() {
    assertThatThrownBy(() -> DriverManager.getConnection(url, "platform", "guessed"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void readsBackWhatWasPublished() {
    broker.publish(TOPIC, "a", Map.of("ce_id", "1"), new byte[] {1});
    broker.publish(TOPIC, "a", Map.of("ce_id", "2"), new byte[] {2});
    broker.publish(TOPIC, "b", Map.of("ce_id", "3"), null);

    assertThat(broker.records(TOPIC)).hasSize(3);
    assertThat(TestBroker.header(broker.latestByKey(TOPIC).get("a"), "ce_id")).contains("2");
  }

  @Test
  void tokenCarriesWhoItSpeaksFor() throws IOException {
    JsonNode claims = claims(TestTokens.as("mia", "p-1", "rep", "manager"));

    assertThat(claims.path("sub").asText()).isEqualTo("mia");
    assertThat(claims.path("participant_id").asText()).isEqualTo("p-1");
    assertThat(claims.path("groups"))
        .extracting(JsonNode::asText)
        .containsExactly("rep", "manager");
    assertThat(claims.path("aud").asText()).isEqualTo("milepost");
    assertThat(expiry(claims)).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
  }

  @Test
  void tokenOfNoParticipantNamesNone() throws IOException {
    assertThat(claims(TestTokens.as("ops", null, "sales-ops")).has("participant_id")).isFalse();
  }

  @Test
  void expiredTokenHasExpired() throws IOException {
    assertThat(expiry(claims(TestTokens.expired("mia", "p-1", "rep")))).isBefore(Instant.now());
  }

  @Test
  void clockOfTheServiceMovesWithTheTest() {
    movable.moveTo(THEN);
    movable.advance(Duration.ofDays(1));

    assertThat(clock.instant()).isEqualTo(THEN.plus(Duration.ofDays(1)));
  }

  private static JsonNode claims(String token) throws IOException {
    return ContractJson.mapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static Instant expiry(JsonNode claims) {
    return Instant.ofEpochSecond(claims.path("exp").asLong());
  }
}
