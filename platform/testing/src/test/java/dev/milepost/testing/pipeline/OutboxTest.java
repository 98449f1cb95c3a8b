package dev.milepost.testing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class OutboxTest {
  @Inject Outbox outbox;
  @Inject TestBroker broker;
  @Inject Sql sql;
  @Inject MeterRegistry meters;

  @Test
  void cannotBeUsedOutsideATransaction() {
    assertThatThrownBy(() -> outbox.append(event("k", 1)))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void sendsWhatWasCommittedInItsOrderInSeveralBatches() {
    long batches = meters.timer("milepost.outbox.cycle").count();
    String key = UUID.randomUUID().toString();
    List<OutgoingEvent> events =
        IntStream.rangeClosed(1, 300).mapToObj(i -> event(key, i)).toList();

    QuarkusTransaction.requiringNew().run(() -> outbox.append(events.subList(0, 200)));
    QuarkusTransaction.requiringNew().run(() -> outbox.append(events.subList(200, 300)));

    await().until(() -> sent(key).size() == 300);
    assertThat(sent(key))
        .extracting(record -> TestBroker.header(record, "ce_id").orElseThrow())
        .containsExactlyElementsOf(events.stream().map(OutgoingEvent::id).toList());
    await().until(() -> sql.query("SELECT 1 FROM outbox", row -> 1).isEmpty());
    assertThat(meters.timer("milepost.outbox.cycle").count()).isGreaterThanOrEqualTo(batches + 3);
  }

  @Test
  void carriesTheCause() {
    String key = UUID.randomUUID().toString();

    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(key, 1)));

    await().until(() -> sent(key).size() == 1);
    ConsumerRecord<String, byte[]> record = sent(key).getFirst();
    assertThat(TestBroker.header(record, "ce_source")).contains("/milepost/platform");
    assertThat(TestBroker.header(record, "ce_correlationid")).contains("first");
    assertThat(TestBroker.header(record, "ce_causationid")).contains("direct");
  }

  @Test
  void sendsNothingOfATransactionThatIsRolledBack() {
    String key = UUID.randomUUID().toString();

    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(event(key, 1));
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");

    String after = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(after, 1)));
    await().until(() -> sent(after).size() == 1);
    assertThat(sent(key)).isEmpty();
  }

  private List<ConsumerRecord<String, byte[]>> sent(String key) {
    return broker.records(Topic.METRICS.topicName()).stream()
        .filter(record -> record.key().equals(key))
        .toList();
  }

  private static OutgoingEvent event(String key, int version) {
    return new OutgoingEvent(
        EventType.METRIC_DEFINED,
        key,
        key + ":" + version,
        new MetricDefined(key, version, List.of()),
        new Cause("first", "direct", null));
  }
}
