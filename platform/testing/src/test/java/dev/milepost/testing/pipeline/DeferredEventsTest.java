package dev.milepost.testing.pipeline;

import static dev.milepost.testing.pipeline.NamedEvents.event;
import static dev.milepost.testing.pipeline.NamedEvents.events;
import static dev.milepost.testing.pipeline.NamedEvents.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.RelayLock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Rows that only name their events: sent from memory, or made again. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class DeferredEventsTest {
  private static final int MANY = 250;

  @Inject Outbox outbox;
  @Inject TestBroker broker;
  @Inject Sql sql;
  @Inject DataSource dataSource;
  @Inject MeterRegistry meters;

  private final String key = UUID.randomUUID().toString();

  @Test
  void areNotMadeOutsideATransaction() {
    assertThatThrownBy(() -> outbox.defer(reference(key, 1, 1), events(key, 1, 1)))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void leaveInOneSequenceWithOtherRows() {
    awaitRelay();
    double fromMemory = deferred("memory");

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              outbox.append(event(key, 1));
              outbox.defer(reference(key, 2, MANY), events(key, 2, MANY));
              outbox.append(event(key, MANY + 1));
            });

    await().until(() -> sent().size() == MANY + 1);
    assertThat(ids()).containsExactlyElementsOf(idsOf(events(key, 1, MANY + 1)));
    assertThat(deferred("memory")).isEqualTo(fromMemory + 1);
    await().until(() -> sql.query("SELECT 1 FROM outbox", row -> 1).isEmpty());
  }

  @Test
  void areMadeAgainWhenNobodyHasThemInMemory() throws SQLException {
    awaitRelay();
    try (Connection connection = dataSource.getConnection()) {
      RelayLock lock = new RelayLock(connection);
      lock.take();
      double fromStore = deferred("store");

      QuarkusTransaction.requiringNew()
          .run(() -> outbox.defer(reference(key, 1, MANY), events(key, 1, MANY)));
      QuarkusTransaction.requiringNew().run(() -> outbox.append(event(key, MANY + 1)));
      assertThat(sent()).isEmpty();
      assertThat(lock.release()).isTrue();

      await().until(() -> sent().size() == MANY + 1);
      assertThat(ids()).containsExactlyElementsOf(idsOf(events(key, 1, MANY + 1)));
      assertThat(deferred("store")).isEqualTo(fromStore + 1);
    }
  }

  @Test
  void areNotSentWhenTheTransactionIsRolledBack() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.defer(reference(key, 1, 1), events(key, 1, 1));
                          throw new IllegalStateException("changed my mind");
                        }))
        .hasMessage("changed my mind");

    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(key, 2)));
    await().until(() -> sent().size() == 1);
    assertThat(ids()).containsExactly(key + ":2");
  }

  /** Whoever sends a first row holds the lock, and keeps what is deferred from then on. */
  private void awaitRelay() {
    String first = UUID.randomUUID().toString();
    QuarkusTransaction.requiringNew().run(() -> outbox.append(event(first, 1)));
    await().until(() -> sql.query("SELECT 1 FROM outbox", row -> 1).isEmpty());
  }

  private double deferred(String from) {
    return meters.counter("milepost.outbox.deferred", "from", from).count();
  }

  private List<ConsumerRecord<String, byte[]>> sent() {
    return broker.records(Topic.METRICS.topicName()).stream()
        .filter(record -> record.key().equals(key))
        .toList();
  }

  private List<String> ids() {
    return sent().stream().map(r -> TestBroker.header(r, "ce_id").orElseThrow()).toList();
  }

  private static List<String> idsOf(List<OutgoingEvent> events) {
    return events.stream().map(OutgoingEvent::id).toList();
  }
}
