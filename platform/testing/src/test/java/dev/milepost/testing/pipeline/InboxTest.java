package dev.milepost.testing.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.EventHeaders;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class InboxTest {
  private static final String TOPIC = Topic.REWARDS.topicName();
  private static final String ONE_PARTITION = "the-key";

  @Inject TestBroker broker;
  @Inject Sql sql;
  @Inject RewardsTaker taker;
  @Inject QuarantineDesk desk;

  @Test
  void takesInAFactOnceHoweverOftenItComes() {
    String id = newId();

    publish(id, "1.00", null);
    publish(id, "1.00", null);
    String after = publish(newId(), "1.00", null);

    awaitTaken(after);
    assertThat(taken(id)).isOne();
  }

  @Test
  void setsAsideAMalformedRecordAndTakesInTheNext() {
    String key = newId();
    broker.publish(TOPIC, key, headers(newId()), "{ not json".getBytes(UTF_8));
    String after = newId();
    broker.publish(TOPIC, key, headers(after), reward("2.00", null));

    awaitTaken(after);
    QuarantinedRecord aside = quarantined(key);
    assertThat(aside.reason()).isEqualTo("MALFORMED_DATA");
    assertThat(aside.payload()).isEqualTo("{ not json");
    ConsumerRecord<String, byte[]> copy = awaitDeadLetter(key);
    assertThat(copy.value()).asString(UTF_8).isEqualTo("{ not json");
    assertThat(TestBroker.header(copy, EventHeaders.REASON)).contains("MALFORMED_DATA");
    assertThat(TestBroker.header(copy, EventHeaders.CONSUMER)).contains("platform");
    assertThat(TestBroker.header(copy, "ce_type")).contains(EventType.REWARD_GRANTED.typeName());
  }

  @Test
  void setsAsideWhatIsNoCloudEventAtAll() {
    String key = newId();

    broker.publish(TOPIC, key, Map.of(), "hello".getBytes(UTF_8));

    assertThat(quarantined(key).reason()).isEqualTo("MALFORMED_EVENT");
  }

  @Test
  void setsAsideWhatTheHandlerRejects() {
    String id = publish(newId(), "1.00", "reject");
    String after = publish(newId(), "1.00", null);

    awaitTaken(after);
    assertThat(taken(id)).isZero();
    assertThat(quarantinedEvent(id).reason()).isEqualTo("NOT_WANTED");
  }

  @Test
  void setsAsideOnlyTheRecordThatMakesTheHandlerFail() {
    String before = publish(newId(), "1.00", null);
    String id = publish(newId(), "1.00", "fail");
    String tooLarge = publish(newId(), "123456.00", null);
    String after = publish(newId(), "1.00", null);

    awaitTaken(after);
    assertThat(taken(before)).isOne();
    assertThat(taken(id)).as("the failed handler's own row is rolled back").isZero();
    assertThat(quarantinedEvent(id).reason()).isEqualTo("PROCESSING_FAILED");
    assertThat(quarantinedEvent(tooLarge).reason()).isEqualTo("PROCESSING_FAILED");
  }

  @Test
  void waitsForTheDatabaseAndSkipsNothing() {
    taker.loseDatabase(3);

    String id = publish(newId(), "3.00", null);

    awaitTaken(id);
    assertThat(taken(id)).isOne();
    assertThat(taker.lossesLeft()).isZero();
  }

  @Test
  void ignoresTypesItDoesNotKnow() {
    String id = newId();
    Map<String, String> headers = headers(id);
    headers.put("ce_type", "dev.milepost.rewards.SomethingNew");
    broker.publish(TOPIC, ONE_PARTITION, headers, "{}".getBytes(UTF_8));

    awaitTaken(publish(newId(), "1.00", null));
    assertThat(asideByEvent(id)).isEmpty();
  }

  @Test
  void sendsARecordAgainOnDemandAndOnlyOnce() {
    String id = publish(newId(), "1.00", "fail");
    QuarantinedRecord aside = quarantinedEvent(id);

    Optional<QuarantinedRecord> replayed = desk.replay(TOPIC, aside.id(), "ops");

    assertThat(replayed).get().extracting(QuarantinedRecord::replayedBy).isEqualTo("ops");
    assertThat(desk.replay(TOPIC, aside.id(), "ops")).isEmpty();
    await().until(() -> asideByEvent(id).size() == 2);
  }

  private String publish(String id, String amount, @Nullable String reason) {
    broker.publish(TOPIC, ONE_PARTITION, headers(id), reward(amount, reason));
    return id;
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, String> headers(String id) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", id);
    headers.put("ce_source", "/test");
    headers.put("ce_type", EventType.REWARD_GRANTED.typeName());
    return headers;
  }

  private static byte[] reward(String amount, @Nullable String reason) {
    return """
    {"rewardId":"r","version":1,"recipient":{"type":"PARTICIPANT","id":"p"},"planId":"pl",
     "planVersion":1,"componentId":"c","kind":"MILESTONE_REWARD","rewardType":"CASH",
     "amount":{"amount":"%s","currency":"USD"},"goalId":"g","period":"2017-Q4",
     "earnedAt":"2017-10-01T00:00:00Z","recordedAt":"2017-10-01T00:00:00Z"%s}
    """
        .formatted(amount, reason == null ? "" : ",\"reason\":\"" + reason + "\"")
        .getBytes(UTF_8);
  }

  private void awaitTaken(String id) {
    await().until(() -> taken(id) > 0);
  }

  private long taken(String id) {
    return sql.query("SELECT 1 FROM taken WHERE event_id = ?", row -> 1, id).size();
  }

  private QuarantinedRecord quarantinedEvent(String id) {
    return await().until(() -> asideByEvent(id), list -> !list.isEmpty()).getFirst();
  }

  private List<QuarantinedRecord> asideByEvent(String id) {
    return sql
        .query("SELECT id FROM quarantine WHERE event_id = ?", row -> row.uuid("id"), id)
        .stream()
        .map(row -> desk.find(TOPIC, row).orElseThrow())
        .toList();
  }

  private QuarantinedRecord quarantined(String key) {
    UUID id =
        await()
            .until(
                () ->
                    sql.queryOne(
                        "SELECT id FROM quarantine WHERE record_key = ?",
                        row -> row.uuid("id"),
                        key.getBytes(UTF_8)),
                Optional::isPresent)
            .orElseThrow();
    return desk.find(TOPIC, id).orElseThrow();
  }

  private ConsumerRecord<String, byte[]> awaitDeadLetter(String key) {
    return await()
        .until(
            () ->
                broker.records(Topic.REWARDS.deadLetterName()).stream()
                    .filter(record -> key.equals(record.key()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
