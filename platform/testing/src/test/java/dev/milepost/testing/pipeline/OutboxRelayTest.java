package dev.milepost.testing.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.outbox.OutboxRecord;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.RelayLock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The relay when something is in its way: a row, a rival, the broker. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class OutboxRelayTest {
  private static final String TOPIC = Topic.MILESTONES.topicName();

  @Inject Outbox outbox;
  @Inject TestBroker broker;
  @Inject Sql sql;
  @Inject DataSource dataSource;
  @Inject MeterRegistry meters;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void goesOnWhenARowThatNobodyCanReadIsGone() {
    assertThatRowHoldsUpWhatComesAfter("no JSON", 1);
  }

  @Test
  void keepsWhatTheBrokerDoesNotTake() {
    assertThatRowHoldsUpWhatComesAfter("[]", 3_000_000);
  }

  private void assertThatRowHoldsUpWhatComesAfter(String headers, int bytes) {
    double failures = failures();
    sql.update(
        "INSERT INTO outbox (topic, record_key, headers, payload, recorded_at)"
            + " VALUES (?, 'poison', ?, convert_to(repeat('x', ?), 'UTF8'), now())",
        TOPIC,
        headers,
        bytes);
    String key = Records.newId();
    append(List.of(record(key, 1)));
    await().until(() -> failures() > failures + 1);
    assertThat(rows()).isEqualTo(2);
    assertThat(sent(key)).isZero();

    sql.update("DELETE FROM outbox WHERE record_key = 'poison'");

    await().until(() -> sent(key) == 1);
  }

  @Test
  void onlyTheHolderOfTheLockRelays() throws SQLException {
    await().until(() -> rows() == 0);
    String key = Records.newId();
    try (Connection rival = dataSource.getConnection()) {
      RelayLock lock = new RelayLock(rival);
      lock.take();

      append(List.of(record(key, 1)));

      await().during(Duration.ofMillis(2_500)).until(() -> rows() == 1);
      assertThat(sent(key)).isZero();
      assertThat(lock.release()).isTrue();
    }
    await().until(() -> sent(key) == 1);
  }

  @Test
  void aProducerFencesTheOlderOne() {
    String first = Records.newId();
    append(List.of(record(first, 1)));
    await().until(() -> sent(first) == 1 && rows() == 0);
    double failures = failures();
    try (KafkaProducer<byte[], byte[]> rival = rival()) {
      rival.initTransactions();
      rival.beginTransaction();

      String second = Records.newId();
      append(List.of(record(second, 1)));

      await().until(() -> sent(second) == 1);
      assertThat(failures()).as("the relay's older producer was refused").isGreaterThan(failures);
      assertThatThrownBy(
              () -> {
                rival.send(new ProducerRecord<>(TOPIC, new byte[1])).get();
                rival.commitTransaction();
              })
          .as("then the relay's next producer refused the rival")
          .satisfiesAnyOf(
              failure -> assertThat(failure).isInstanceOf(KafkaException.class),
              failure -> assertThat(failure).hasCauseInstanceOf(KafkaException.class));
    }
  }

  @Test
  void sendsLargeRowsInSeveralBatches() {
    long cycles = cycles();
    String key = Records.newId();

    append(IntStream.range(0, 20).mapToObj(i -> record(key, 900_000)).toList());

    await().until(() -> rows() == 0);
    assertThat(sent(key)).isEqualTo(20);
    assertThat(cycles()).isGreaterThanOrEqualTo(cycles + 2);
  }

  @Test
  void refusesWhatItsTopicDoesNotTake() {
    await().until(() -> rows() == 0);
    assertThatThrownBy(() -> append(List.of(record("k", 1_100_000))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(TOPIC);
    assertThat(rows()).isZero();
  }

  private void append(List<OutboxRecord> records) {
    QuarkusTransaction.requiringNew().run(() -> outbox.appendRecords(records));
  }

  private static OutboxRecord record(String key, int bytes) {
    return new OutboxRecord(
        TOPIC, key.getBytes(StandardCharsets.UTF_8), List.of(), new byte[bytes]);
  }

  private long sent(String key) {
    return broker.records(TOPIC).stream().filter(record -> key.equals(record.key())).count();
  }

  private int rows() {
    return sql.query("SELECT 1 FROM outbox", row -> 1).size();
  }

  private double failures() {
    return meters.counter("milepost.outbox.failures").count();
  }

  private long cycles() {
    return meters.timer("milepost.outbox.cycle").count();
  }

  private KafkaProducer<byte[], byte[]> rival() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", bootstrapServers, "transactional.id", "milepost-outbox-platform"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
