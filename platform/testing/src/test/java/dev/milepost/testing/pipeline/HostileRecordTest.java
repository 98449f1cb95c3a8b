package dev.milepost.testing.pipeline;

import static dev.milepost.testing.pipeline.Records.headers;
import static dev.milepost.testing.pipeline.Records.newId;
import static dev.milepost.testing.pipeline.Records.reward;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.EventHeaders;
import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record holds, the next one of its partition is taken in. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class HostileRecordTest {
  private static final String REWARDS = Topic.REWARDS.topicName();
  private static final String SALES = Topic.SALES_EVENTS.topicName();
  private static final String SALE = "{\"occurredAt\":\"2017-10-01T00:00:00Z\"}";

  @Inject TestBroker broker;
  @Inject Ledger ledger;
  @Inject QuarantineDesk desk;

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_source", "ce_type", "ce_correlationid", "traceparent"})
  void headersWithNulAndWithoutEnd(String header) {
    String key = newId();
    broker.publish(REWARDS, key, with(header, "a\0b"), reward("1.00", null));
    broker.publish(REWARDS, key, with(header, "x".repeat(10_000)), reward("1.00", null));

    awaitNextReward(key);
    assertThat(ledger.aside(REWARDS, key))
        .hasSize(2)
        .allMatch(aside -> aside.reason().equals("MALFORMED_EVENT"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"specversion":"1.0","id":"a\\u0000","source":"s","type":"t","data":{}} | MALFORMED_EVENT
          {"specversion":"1.0","id":"1","source":"s","type":"\\u0000","data":{}} | MALFORMED_EVENT
          {"x\\u0000":1,"x\\u0000":1} | MALFORMED_EVENT
          {"specversion":"1.0","id":"1","source":"s","type":"t","data":{}} | UNKNOWN_TYPE
          {"specversion":"1.0","id":"1","source":"s","type":"dev.milepost.sales.deal.won",\
           "data":{"occurredAt":"2017-10-01T00:00:00Z","attributes":{"a\\u0000b":1}}} | MALFORMED_DATA
          """)
  void structuredFactsWithNul(String event, String reason) {
    String key = newId();
    broker.publish(SALES, key, Map.of(), event.getBytes(UTF_8));
    String next = newId();
    broker.publish(SALES, key, headers(EventType.DEAL_WON, next), SALE.getBytes(UTF_8));

    ledger.awaitTaken(next);
    assertThat(ledger.awaitAside(SALES, key).reason()).isEqualTo(reason);
    assertThat(ledger.awaitDeadLetter(SALES, key).value()).asString(UTF_8).isEqualTo(event);
  }

  @Test
  void aDetailIsCutShort() {
    String key = newId();
    String name = "x".repeat(5_000);
    broker.publish(
        SALES, key, Map.of(), "{\"%s\":1,\"%s\":1}".formatted(name, name).getBytes(UTF_8));

    assertThat(ledger.awaitAside(SALES, key).detail()).hasSizeLessThan(600);
  }

  @Test
  void moreThanTheDeadLetterTopicTakesGoesThereWithoutPayload() {
    String key = newId();
    byte[] large = "x".repeat(3_000_000).getBytes(UTF_8);
    broker.publish(REWARDS, key, headers(EventType.REWARD_GRANTED, newId()), large);

    awaitNextReward(key);
    QuarantinedRecord aside = ledger.awaitAside(REWARDS, key);
    assertThat(aside.payload()).hasSize(large.length);
    ConsumerRecord<String, byte[]> copy = ledger.awaitDeadLetter(REWARDS, key);
    assertThat(copy.value()).isNull();
    assertThat(TestBroker.header(copy, EventHeaders.OMITTED)).contains("payload");
    assertThat(TestBroker.header(copy, EventHeaders.REASON)).contains("MALFORMED_DATA");
    assertThatThrownBy(() -> desk.replay(REWARDS, aside.id(), "ops"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.type()).isEqualTo(CommonProblem.RECORD_TOO_LARGE));
    assertThat(desk.find(REWARDS, aside.id()))
        .get()
        .extracting(QuarantinedRecord::replayedAt)
        .as("it waits as before")
        .isNull();
  }

  @Test
  void evenHeadersMayBeMoreThanTheDeadLetterTopicTakes() {
    String key = newId();
    Map<String, String> headers = with("x-large", "x".repeat(3_000_000));
    headers.put("ce_specversion", "none");
    broker.publish(REWARDS, key, headers, reward("1.00", null));

    awaitNextReward(key);
    QuarantinedRecord aside = ledger.awaitAside(REWARDS, key);
    String origin = REWARDS + "/" + aside.partition() + "/" + aside.offset();
    await()
        .until(
            () ->
                broker.records(REWARDS + ".dlq").stream()
                    .filter(copy -> TestBroker.header(copy, EventHeaders.OMITTED).isPresent())
                    .anyMatch(
                        copy ->
                            TestBroker.header(copy, EventHeaders.ORIGIN)
                                .equals(Optional.of(origin))));
  }

  private static Map<String, String> with(String header, String value) {
    Map<String, String> headers = headers(EventType.REWARD_GRANTED, newId());
    headers.put(header, value);
    return headers;
  }

  private void awaitNextReward(String key) {
    String next = newId();
    broker.publish(REWARDS, key, headers(EventType.REWARD_GRANTED, next), reward("1.00", null));
    ledger.awaitTaken(next);
  }
}
