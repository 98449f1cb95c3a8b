package dev.milepost.runtime.outbox;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.event.RecordHeaders;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Where a transaction leaves the events that it makes true. */
@ApplicationScoped
public class Outbox {
  /** The channel that the relay listens on. Told at commit, once per transaction. */
  static final String CHANNEL = "milepost_outbox";

  private static final String APPEND =
      """
      WITH appended AS (
        INSERT INTO outbox (topic, record_key, headers, payload, recorded_at)
        SELECT topic, record_key, headers, payload, ?
        FROM unnest(?::text[], ?::bytea[], ?::text[], ?::bytea[])
             WITH ORDINALITY AS row (topic, record_key, headers, payload, position)
        ORDER BY position)
      SELECT pg_notify('milepost_outbox', '')
      """;

  private static final String DEFER =
      """
      WITH appended AS (INSERT INTO outbox (reference, recorded_at) VALUES (?, ?) RETURNING id)
      SELECT id, pg_notify('milepost_outbox', '') FROM appended
      """;

  private final Sql sql;
  private final EventRecords records;
  private final Deferred deferred;
  private final Clock clock;

  Outbox(Sql sql, EventRecords records, Deferred deferred, Clock clock) {
    this.sql = sql;
    this.records = records;
    this.deferred = deferred;
    this.clock = clock;
  }

  /** Appends one event. */
  @Transactional(TxType.MANDATORY)
  public void append(OutgoingEvent event) {
    append(List.of(event));
  }

  /** Appends events in the given order. */
  @Transactional(TxType.MANDATORY)
  public void append(List<OutgoingEvent> events) {
    Instant now = now();
    appendRecords(events.stream().map(event -> records.of(event, now)).toList());
  }

  /**
   * Appends events in the given order by one narrow row that only names them. They are sent from
   * memory, or, when this process did not live to do that, made again by the service's {@link
   * DeferredEvents}.
   *
   * @param reference from which the events can be made again
   * @param events the same events, finished; none of them too large for its topic
   */
  @Transactional(TxType.MANDATORY)
  public void defer(String reference, List<OutgoingEvent> events) {
    if (!events.isEmpty()) {
      deferred.keep(sql.query(DEFER, row -> row.number("id"), reference, now()).getFirst(), events);
    }
  }

  /**
   * Appends records as they are, e.g. copies for a dead-letter topic.
   *
   * @throws IllegalArgumentException when one is larger than its topic takes: it could never be
   *     sent, and everything after it would wait for ever
   */
  @Transactional(TxType.MANDATORY)
  public void appendRecords(List<OutboxRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    records.forEach(Outbox::requireFitting);
    sql.query(
        APPEND,
        row -> row,
        now(),
        records.stream().map(OutboxRecord::topic).toArray(String[]::new),
        records.stream().map(OutboxRecord::key).toArray(byte[][]::new),
        records.stream().map(r -> RecordHeaders.write(r.headers())).toArray(String[]::new),
        records.stream().map(OutboxRecord::payload).toArray(byte[][]::new));
  }

  /** When the oldest record that still waits to be sent to a topic was appended. */
  public Optional<Instant> oldest(Topic topic) {
    return sql.query(
            "SELECT min(recorded_at) AS oldest FROM outbox WHERE topic = ?",
            row -> Optional.ofNullable(row.instantOrNull("oldest")),
            topic.topicName())
        .getFirst();
  }

  /** As fine as the row keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void requireFitting(OutboxRecord record) {
    if (!record.fits()) {
      throw new IllegalArgumentException(
          "a record of " + record.size() + " bytes is too large for " + record.topic());
    }
  }
}
