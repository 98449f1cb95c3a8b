package dev.milepost.testing.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.milepost.runtime.inbox.QuarantineDesk;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.TestBroker;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What became of the records that tests have sent. */
@ApplicationScoped
class Ledger {
  private final Sql sql;
  private final QuarantineDesk desk;
  private final TestBroker broker;

  Ledger(Sql sql, QuarantineDesk desk, TestBroker broker) {
    this.sql = sql;
    this.desk = desk;
    this.broker = broker;
  }

  void awaitTaken(String id) {
    await().until(() -> taken(id) > 0);
  }

  long taken(String id) {
    return sql.query("SELECT 1 FROM taken WHERE event_id = ?", row -> 1, id).size();
  }

  QuarantinedRecord awaitAside(String topic, String key) {
    return await().until(() -> aside(topic, key), list -> !list.isEmpty()).getFirst();
  }

  List<QuarantinedRecord> aside(String topic, String key) {
    return found(topic, "record_key = ?", key.getBytes(UTF_8));
  }

  QuarantinedRecord awaitAsideByEvent(String topic, String id) {
    return await().until(() -> asideByEvent(topic, id), list -> !list.isEmpty()).getFirst();
  }

  List<QuarantinedRecord> asideByEvent(String topic, String id) {
    return found(topic, "event_id = ?", id);
  }

  ConsumerRecord<String, byte[]> awaitDeadLetter(String topic, String key) {
    return await()
        .until(
            () ->
                broker.records(topic + ".dlq").stream()
                    .filter(record -> key.equals(record.key()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private List<QuarantinedRecord> found(String topic, String condition, Object value) {
    List<UUID> ids =
        sql.query("SELECT id FROM quarantine WHERE " + condition, row -> row.uuid("id"), value);
    return ids.stream().flatMap(id -> desk.find(topic, id).stream()).toList();
  }
}
