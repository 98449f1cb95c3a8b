package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.integration;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is sent, in whatever mix: every event has one outcome, and the sums add up. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ReconciliationTest {
  private static final String SOURCE = "/mixed";
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";

  @Inject World world;

  /** What was sent, by what should become of it. */
  private final Map<String, Long> expected = new TreeMap<>();

  private final Set<String> ids = new LinkedHashSet<>();

  @Test
  void addsUpWhateverIsSent() {
    world.goal(revenueGoal("goal-mixed", Owner.participant("mixed"), "1000"));
    await().until(() -> "0".equals(actual("goal-mixed")));
    Random random = new Random(20171105);

    for (int i = 0; i < 60; i++) {
      send("mixed-" + i, random.nextInt(9));
    }

    await().until(() -> account().equals(withReceived(expected)));
    assertThat(outcomes()).isEqualTo(events(expected));
    replayAll();
  }

  @Test
  void listsWhatHasNoReadableSourceUnderNull() {
    world
        .broker()
        .publish(
            Topic.SALES_EVENTS.topicName(),
            "x",
            Map.of(),
            "{nonsense".getBytes(StandardCharsets.UTF_8));

    await()
        .until(
            () ->
                salesOps()
                        .get("/v1/sales-events/reconciliation?limit=500")
                        .jsonPath()
                        .getList("items.findAll{it.source==null}.quarantined", Long.class)
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum()
                    > 0);
  }

  /** What is sent again is received again, and what it was stays accounted for. */
  private void replayAll() {
    long waiting = expected.getOrDefault("quarantined", 0L);
    salesOps()
        .contentType("application/json")
        .body("{\"source\":\"" + SOURCE + "\",\"reason\":\"DIRECT_SHARES_NOT_ONE\"}")
        .post("/v1/sales-events/quarantine/replay")
        .then()
        .statusCode(200);
    expected.put("replayed", waiting);

    await().until(() -> account().equals(withReceived(expected)));
    assertThat(outcomes()).isEqualTo(events(expected));
  }

  private void send(String id, int kind) {
    ids.add(id);
    switch (kind) {
      case 0, 1 -> publish(id, "mixed", "10", "counted");
      case 2 -> publish(id, "mixed-unknown", "10", "nowhere");
      case 3 -> {
        publish(id, "mixed", "10", "counted");
        publish(id, "mixed", "10.00", "duplicate");
      }
      case 4 -> {
        publish(id, "mixed", "10", "counted");
        publish(id, "mixed", "11", "conflict");
      }
      case 5 -> {
        undo(id + "-undo", id, "reversalsApplied");
        publish(id, "mixed", "10", "reversed");
      }
      case 6 -> undo(id, id + "-missing", "reversalsWaiting");
      case 7 -> {
        expect("quarantined");
        publish(id, sale(null, List.of(split("mixed", "0.5")), "1", NOVEMBER));
      }
      default -> overHttp(id);
    }
  }

  private void overHttp(String id) {
    String event =
        """
        {"specversion":"1.0","source":"/mixed","id":"%s","type":"dev.milepost.sales.deal.won",
         "data":{"occurredAt":"2017-11-05T10:00:00Z","participantId":"mixed",
                 "amount":{"amount":"%s","currency":"USD"}}}
        """;
    integration()
        .contentType("application/cloudevents-batch+json")
        .body(
            "[%s,%s,%s]"
                .formatted(
                    event.formatted(id, "10"),
                    event.formatted(id, "10.0"),
                    event.formatted(id, "11")))
        .post("/v1/sales-events")
        .then()
        .statusCode(200);
    expect("counted");
    expect("duplicate");
    expect("conflict");
  }

  private void publish(String id, String participant, String amount, String fate) {
    expect(fate);
    publish(id, sale(participant, List.of(), amount, NOVEMBER));
  }

  private void publish(String id, SalesEvent data) {
    world.broker().publish(EventType.DEAL_WON, id, SOURCE, id, data);
  }

  private void undo(String id, String original, String fate) {
    ids.add(id);
    expect(fate);
    SalesEvent data =
        new SalesEvent(
            Instant.parse(NOVEMBER),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            new SaleRef(SOURCE, original),
            null,
            "cancelled",
            null);
    world.broker().publish(EventType.EVENT_REVERSED, id, SOURCE, id, data);
  }

  private void expect(String fate) {
    expected.merge(fate, 1L, Long::sum);
  }

  private static Map<String, Long> withReceived(Map<String, Long> fates) {
    Map<String, Long> all = new TreeMap<>(fates);
    all.put("received", fates.values().stream().mapToLong(Long::longValue).sum());
    return all;
  }

  /** Those of the counts that are outcomes of events, by their names. */
  private static Map<String, Long> events(Map<String, Long> fates) {
    Map<String, String> names =
        Map.of(
            "counted", "COUNTED",
            "nowhere", "NOWHERE",
            "reversed", "REVERSED",
            "reversalsApplied", "APPLIED",
            "reversalsWaiting", "WAITING",
            "quarantined", "QUARANTINED");
    return fates.entrySet().stream()
        .filter(fate -> names.containsKey(fate.getKey()))
        .collect(
            Collectors.toMap(
                fate -> names.get(fate.getKey()), Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  /** What became of each event, by outcome. */
  private Map<String, Long> outcomes() {
    return ids.stream()
        .map(
            id ->
                salesOps()
                    .urlEncodingEnabled(false)
                    .get("/v1/sales-events/%2Fmixed/" + id + "/outcome")
                    .jsonPath()
                    .getString("outcome"))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  /** The counts of all days, without those that are 0. */
  private static Map<String, Long> account() {
    List<Map<String, Object>> days =
        salesOps()
            .get("/v1/sales-events/reconciliation?limit=500&source=" + SOURCE)
            .jsonPath()
            .getList("items");
    Map<String, Long> sums = new HashMap<>();
    for (Map<String, Object> day : days) {
      day.forEach(
          (name, count) -> {
            if (count instanceof Number number && number.longValue() != 0) {
              sums.merge(name, number.longValue(), Long::sum);
            }
          });
    }
    return new TreeMap<>(sums);
  }
}
