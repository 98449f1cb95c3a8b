package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be used is set aside with its reason, and does not stand in the way. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class QuarantineTest {
  private static final String SALES = Topic.SALES_EVENTS.topicName();

  @Inject World world;
  @Inject MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void setsAMalformedRecordAsideAndTakesTheNextOne() {
    world.broker().publish(SALES, "poison", Map.of(), bytes("{not json"));
    world.won("deal-after-poison", "poison", "1", "2017-11-05T10:00:00Z");

    await().until(() -> credits("deal-after-poison").getList("items").size() == 1);
    await().until(() -> reasons().contains("MALFORMED_EVENT"));
    await()
        .until(
            () ->
                world.broker().records(Topic.SALES_EVENTS.deadLetterName()).stream()
                    .anyMatch(
                        record ->
                            "poison".equals(record.key())
                                && TestBroker.header(record, "milepost_reason")
                                    .equals(Optional.of("MALFORMED_EVENT"))));
  }

  @Test
  void takesRecordsOfOneMebibyteWhetherTheyCanBeReadOrNot() {
    String mebibyte = "x".repeat(1 << 20);
    String event =
        """
        {"specversion":"1.0","source":"/crm","id":"%s","type":"dev.milepost.sales.deal.won",
         "data":{"occurredAt":"2017-11-05T10:00:00Z","participantId":"large",
                 "amount":{"amount":"1","currency":"USD"},"attributes":{"note":"%s"}}}
        """;
    Map<String, String> structured = Map.of("content-type", "application/cloudevents+json");
    world.broker().publish(SALES, "large", structured, bytes(event.formatted("large-1", mebibyte)));
    world.broker().publish(SALES, "large", structured, bytes(mebibyte));
    world.broker().publish(SALES, "large", structured, bytes(event.formatted("large-2", "")));

    await().until(() -> credits("large-2").getList("items").size() == 1);
    assertThat(credits("large-1").getList("items")).hasSize(1);
    await()
        .until(
            () ->
                world.broker().records(Topic.SALES_EVENTS.deadLetterName()).stream()
                    .anyMatch(
                        record ->
                            "large".equals(record.key()) && record.value().length == 1 << 20));
  }

  @Test
  void setsAnUnknownTypeAside() {
    Map<String, String> headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_type", "com.example.deal.imagined",
            "ce_source", World.CRM,
            "ce_id", "imagined");
    world.broker().publish(SALES, "x", headers, bytes("{}"));

    await().until(() -> idOf("imagined") != null);
    assertThat(quarantine().getString("items.find{it.eventId=='imagined'}.type"))
        .isEqualTo("com.example.deal.imagined");
  }

  @Test
  void setsAnotherContentOfTheSameIdAside() {
    world.won("deal-conflict", "conflict", "10", "2017-11-05T10:00:00Z");
    world.won("deal-conflict", "conflict", "11", "2017-11-05T10:00:00Z");

    await().until(() -> idOf("deal-conflict") != null);
    assertThat(reasonOf("deal-conflict")).isEqualTo("CONFLICT");
    assertThat(credits("deal-conflict").getString("items[0].value.amount")).isEqualTo("10");
  }

  @Test
  void setsASaleAsideWhoseSharesDoNotAddUp() {
    world.won("deal-shares", sale(null, List.of(split("a", "0.6")), "1", "2017-11-05T10:00:00Z"));

    await().until(() -> idOf("deal-shares") != null);
    assertThat(reasonOf("deal-shares")).isEqualTo("DIRECT_SHARES_NOT_ONE");
    assertThat(credits("deal-shares").getList("items")).isEmpty();
  }

  @Test
  void takesAReplayedSaleInOnceItsReasonIsGone() {
    world.goal(revenueGoal("goal-replay", Owner.participant("replay"), "1000"));
    await().until(() -> "0".equals(actual("goal-replay")));
    clock.moveTo(Instant.parse("2017-11-01T00:00:00Z"));
    world.won("deal-replay", "replay", "5", "2017-11-05T10:00:00Z");
    await().until(() -> idOf("deal-replay") != null);
    assertThat(reasonOf("deal-replay")).isEqualTo("IN_THE_FUTURE");

    clock.advance(Duration.ofDays(4));
    salesOps()
        .post("/v1/sales-events/quarantine/" + idOf("deal-replay") + "/replay")
        .then()
        .statusCode(200);

    await().until(() -> "5".equals(actual("goal-replay")));
    assertThat(idOf("deal-replay")).isNull();
  }

  @Test
  void showsThePayloadOfOneRecordOnly() {
    world.broker().publish(SALES, "secret", Map.of(), bytes("{\"secret\":"));
    await().until(() -> idByPayload("secret").isPresent());

    String id = idByPayload("secret").orElseThrow();

    assertThat(quarantine().getList("items.payload")).containsOnlyNulls();
    assertThat(salesOps().get("/v1/sales-events/quarantine/" + id).jsonPath().getString("payload"))
        .isEqualTo("{\"secret\":");
    salesOps()
        .get("/v1/sales-events/quarantine/00000000-0000-0000-0000-000000000000")
        .then()
        .statusCode(404);
  }

  @Test
  void replaysNothingThatDoesNotWait() {
    salesOps()
        .post("/v1/sales-events/quarantine/00000000-0000-0000-0000-000000000000/replay")
        .then()
        .statusCode(404);
  }

  private static JsonPath quarantine() {
    return salesOps().get("/v1/sales-events/quarantine?limit=500").jsonPath();
  }

  /** The id of the waiting record with this text in its payload. */
  private static Optional<String> idByPayload(String text) {
    return quarantine().getList("items.id", String.class).stream()
        .filter(
            id ->
                String.valueOf(
                        salesOps()
                            .get("/v1/sales-events/quarantine/" + id)
                            .jsonPath()
                            .getString("payload"))
                    .contains(text))
        .findFirst();
  }

  private static List<String> reasons() {
    return quarantine().getList("items.reason");
  }

  private static String idOf(String eventId) {
    return quarantine().getString("items.find{it.eventId=='" + eventId + "'}?.id");
  }

  private static String reasonOf(String eventId) {
    return quarantine().getString("items.find{it.eventId=='" + eventId + "'}?.reason");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
