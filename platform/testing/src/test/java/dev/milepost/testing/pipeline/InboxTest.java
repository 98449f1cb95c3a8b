package dev.milepost.testing.pipeline;

import static dev.milepost.testing.pipeline.Records.headers;
import static dev.milepost.testing.pipeline.Records.newId;
import static dev.milepost.testing.pipeline.Records.reward;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.EventHeaders;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class InboxTest {
  private static final String TOPIC = Topic.REWARDS.topicName();
  private static final String ONE_PARTITION = "the-key";

  /** Too long for an index even when it is compressed. */
  private static final String LONG_REASON =
      Stream.generate(Records::newId).limit(1_000).collect(Collectors.joining());

  @Inject TestBroker broker;
  @Inject RewardsTaker taker;
  @Inject Ledger ledger;
  @Inject QuarantineDesk desk;

  @Test
  void setsAsideAMalformedRecordAndTakesInTheNext() {
    String key = newId();
    broker.publish(
        TOPIC, key, headers(EventType.REWARD_GRANTED, newId()), "{ not json".getBytes(UTF_8));
    String after = newId();
    broker.publish(TOPIC, key, headers(EventType.REWARD_GRANTED, after), reward("2.00", null));

    ledger.awaitTaken(after);
    QuarantinedRecord aside = ledger.awaitAside(TOPIC, key);
    assertThat(aside.reason()).isEqualTo("MALFORMED_DATA");
    assertThat(aside.payload()).isEqualTo("{ not json");
    ConsumerRecord<String, byte[]> copy = ledger.awaitDeadLetter(TOPIC, key);
    assertThat(copy.value()).asString(UTF_8).isEqualTo("{ not json");
    assertThat(TestBroker.header(copy, EventHeaders.REASON)).contains("MALFORMED_DATA");
    assertThat(TestBroker.header(copy, EventHeaders.CONSUMER)).contains("platform");
    assertThat(TestBroker.header(copy, "ce_type")).contains(EventType.REWARD_GRANTED.typeName());
  }

  @Test
  void setsAsideWhatIsNoCloudEventAtAll() {
    String key = newId();

    broker.publish(TOPIC, key, Map.of(), "hello".getBytes(UTF_8));

    assertThat(ledger.awaitAside(TOPIC, key).reason()).isEqualTo("MALFORMED_EVENT");
  }

  @Test
  void setsAsideWhatTheHandlerRejects() {
    String id = publish(newId(), "1.00", "reject");
    String after = publish(newId(), "1.00", null);

    ledger.awaitTaken(after);
    assertThat(ledger.taken(id)).isZero();
    assertThat(ledger.awaitAsideByEvent(TOPIC, id).reason()).isEqualTo("NOT_WANTED");
  }

  @Test
  void setsAsideOnlyTheRecordThatMakesTheHandlerFail() {
    String before = publish(newId(), "1.00", null);
    String id = publish(newId(), "1.00", "fail");
    String tooLarge = publish(newId(), "123456.00", null);
    String tooLong = publish(newId(), "1.00", LONG_REASON);
    String overflow = publish(newId(), "1.00", "overflow");
    String after = publish(newId(), "1.00", null);

    ledger.awaitTaken(after);
    assertThat(ledger.taken(before)).isOne();
    assertThat(ledger.taken(id)).as("the failed handler's own row is rolled back").isZero();
    assertThat(ledger.awaitAsideByEvent(TOPIC, id).reason()).isEqualTo("PROCESSING_FAILED");
    assertThat(ledger.awaitAsideByEvent(TOPIC, tooLarge).reason()).isEqualTo("PROCESSING_FAILED");
    assertThat(ledger.awaitAsideByEvent(TOPIC, tooLong).reason()).isEqualTo("PROCESSING_FAILED");
    assertThat(ledger.awaitAsideByEvent(TOPIC, overflow).reason()).isEqualTo("PROCESSING_FAILED");
  }

  @Test
  void waitsForTheDatabaseAndSkipsNothing() {
    taker.loseDatabase(3);

    String id = publish(newId(), "3.00", null);

    ledger.awaitTaken(id);
    assertThat(ledger.taken(id)).isOne();
    assertThat(taker.lossesLeft()).isZero();
  }

  @Test
  void waitsForMemoryAndSkipsNothing() {
    taker.exhaustMemory(3);

    String id = publish(newId(), "3.00", null);

    ledger.awaitTaken(id);
    assertThat(taker.exhaustionsLeft()).isZero();
    assertThat(ledger.asideByEvent(TOPIC, id)).isEmpty();
  }

  @Test
  void ignoresTypesItDoesNotKnow() {
    String id = newId();
    Map<String, String> headers = headers(EventType.REWARD_GRANTED, id);
    headers.put("ce_type", "dev.milepost.rewards.SomethingNew");
    broker.publish(TOPIC, ONE_PARTITION, headers, "{}".getBytes(UTF_8));

    ledger.awaitTaken(publish(newId(), "1.00", null));
    assertThat(ledger.asideByEvent(TOPIC, id)).isEmpty();
  }

  @Test
  void sendsARecordAgainOnDemandAndOnlyOnce() {
    String id = publish(newId(), "1.00", "fail");
    QuarantinedRecord aside = ledger.awaitAsideByEvent(TOPIC, id);

    Optional<QuarantinedRecord> replayed = desk.replay(TOPIC, aside.id(), "ops");

    assertThat(replayed).get().extracting(QuarantinedRecord::replayedBy).isEqualTo("ops");
    assertThat(desk.replay(TOPIC, aside.id(), "ops")).isEmpty();
    await().until(() -> ledger.asideByEvent(TOPIC, id).size() == 2);
  }

  private String publish(String id, String amount, @Nullable String reason) {
    broker.publish(
        TOPIC, ONE_PARTITION, headers(EventType.REWARD_GRANTED, id), reward(amount, reason));
    return id;
  }
}
