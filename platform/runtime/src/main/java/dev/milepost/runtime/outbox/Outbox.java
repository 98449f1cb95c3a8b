package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.event.RecordHeaders;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

  private final Sql sql;
  private final Clock clock;
  private final String source;

  Outbox(Sql sql, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.sql = sql;
    this.clock = clock;
    this.source = "/milepost/" + service;
  }

  /** Appends one event. */
  @Transactional(TxType.MANDATORY)
  public void append(OutgoingEvent event) {
    appendRecords(List.of(record(event, clock.instant())));
  }

  /** Appends events in the given order. */
  @Transactional(TxType.MANDATORY)
  public void append(List<OutgoingEvent> events) {
    Instant now = clock.instant();
    appendRecords(events.stream().map(event -> record(event, now)).toList());
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
        clock.instant(),
        records.stream().map(OutboxRecord::topic).toArray(String[]::new),
        records.stream().map(OutboxRecord::key).toArray(byte[][]::new),
        records.stream().map(r -> RecordHeaders.write(r.headers())).toArray(String[]::new),
        records.stream().map(OutboxRecord::payload).toArray(byte[][]::new));
  }

  private OutboxRecord record(OutgoingEvent event, Instant now) {
    return new OutboxRecord(
        event.type().topic().topicName(),
        event.key().getBytes(StandardCharsets.UTF_8),
        EventWriter.headers(event, source, now),
        EventWriter.data(event.data()));
  }

  private static void requireFitting(OutboxRecord record) {
    if (!record.fits()) {
      throw new IllegalArgumentException(
          "a record of " + record.size() + " bytes is too large for " + record.topic());
    }
  }
}
