package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.RecordHeaders;
import dev.milepost.runtime.inbox.QuarantinedRecord.Repaired;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.outbox.OutboxRecord;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.sql.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where people look at what was set aside, and send it again. */
@ApplicationScoped
public class QuarantineDesk {
  private final Sql sql;
  private final Outbox outbox;
  private final Clock clock;

  QuarantineDesk(Sql sql, Outbox outbox, Clock clock) {
    this.sql = sql;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Records of a topic, in the order in which they were set aside.
   *
   * @param afterTime recorded time of the last record already seen; null to begin
   * @param afterId id of that record
   * @param limit how many at the most
   */
  public List<QuarantinedRecord> list(
      String topic,
      QuarantineFilter filter,
      @Nullable Instant afterTime,
      @Nullable UUID afterId,
      int limit) {
    Where where = filter.narrow(new Where().equal("topic", topic));
    if (afterTime != null) {
      where.and("(recorded_at, id) > (?::timestamptz, ?::uuid)", afterTime, afterId);
    }
    return sql.query(
        "SELECT * FROM quarantine" + where.sql() + "ORDER BY recorded_at, id LIMIT ?",
        QuarantineDesk::read,
        where.parameters(limit));
  }

  /** The ids of such records only, in the same order. */
  public List<UUID> ids(String topic, QuarantineFilter filter, int limit) {
    Where where = filter.narrow(new Where().equal("topic", topic));
    return sql.query(
        "SELECT id FROM quarantine" + where.sql() + "ORDER BY recorded_at, id LIMIT ?",
        row -> row.uuid("id"),
        where.parameters(limit));
  }

  /**
   * The records of one event, the newest first, and those that were sent again as this event.
   *
   * @param limit how many at the most
   */
  public List<QuarantinedRecord> ofEvent(String topic, String source, String eventId, int limit) {
    return sql.query(
        """
        SELECT * FROM quarantine
        WHERE topic = ? AND (source = ? AND event_id = ?
                             OR repaired_source = ? AND repaired_event_id = ?)
        ORDER BY recorded_at DESC, id DESC LIMIT ?
        """,
        QuarantineDesk::read,
        topic,
        source,
        eventId,
        source,
        eventId,
        limit);
  }

  /** One record of a topic, whether it waits or was sent again. */
  public Optional<QuarantinedRecord> find(String topic, UUID id) {
    return sql.queryOne(
        "SELECT * FROM quarantine WHERE topic = ? AND id = ?", QuarantineDesk::read, topic, id);
  }

  /**
   * Sends a record of a topic again, as it came.
   *
   * @return the record; empty when there is none of this id that waits
   * @throws ProblemException when it came compressed and is too large to be sent as it is
   */
  @Transactional
  public Optional<QuarantinedRecord> replay(String topic, UUID id, String replayedBy) {
    Optional<OutboxRecord> original =
        sql.queryOne(
            """
            UPDATE quarantine SET replayed_at = ?, replayed_by = ?
            WHERE topic = ? AND id = ? AND replayed_at IS NULL
            RETURNING topic, record_key, headers, payload
            """,
            QuarantineDesk::original,
            clock.instant(),
            replayedBy,
            topic,
            id);
    original.ifPresent(this::send);
    return original.flatMap(record -> find(topic, id));
  }

  /**
   * Sends something else in place of a record of a topic.
   *
   * @return the record; empty when there is none of this id that waits
   * @throws ProblemException when what is sent is too large
   */
  @Transactional
  public Optional<QuarantinedRecord> replay(
      String topic, UUID id, Repair repair, String replayedBy) {
    int replayed =
        sql.update(
            """
            UPDATE quarantine
            SET replayed_at = ?, replayed_by = ?, repaired_source = ?, repaired_event_id = ?,
                repaired_type = ?, repaired_payload = ?, repaired_fields = ?
            WHERE topic = ? AND id = ? AND replayed_at IS NULL
            """,
            clock.instant(),
            replayedBy,
            repair.source(),
            repair.eventId(),
            repair.type(),
            repair.record().payload(),
            repair.fields(),
            topic,
            id);
    if (replayed == 0) {
      return Optional.empty();
    }
    send(repair.record());
    return find(topic, id);
  }

  private void send(OutboxRecord record) {
    if (!record.fits()) {
      throw ProblemException.of(CommonProblem.RECORD_TOO_LARGE, record.size());
    }
    outbox.appendRecords(List.of(record));
  }

  private static OutboxRecord original(Row row) throws SQLException {
    var headers = RecordHeaders.read(row.text("headers"));
    return new OutboxRecord(
        row.text("topic"),
        row.bytesOrNull("record_key"),
        StreamSupport.stream(headers.spliterator(), false).toList(),
        row.bytesOrNull("payload"));
  }

  private static QuarantinedRecord read(Row row) throws SQLException {
    return new QuarantinedRecord(
        row.uuid("id"),
        row.text("topic"),
        row.integer("partition"),
        row.number("record_offset"),
        row.textOrNull("source"),
        row.textOrNull("event_id"),
        row.textOrNull("event_type"),
        row.text("reason"),
        row.text("detail"),
        text(row.bytesOrNull("payload")),
        row.instant("recorded_at"),
        row.instantOrNull("replayed_at"),
        row.textOrNull("replayed_by"),
        repaired(row));
  }

  private static @Nullable Repaired repaired(Row row) throws SQLException {
    String payload = text(row.bytesOrNull("repaired_payload"));
    return payload == null
        ? null
        : new Repaired(
            row.text("repaired_source"),
            row.text("repaired_event_id"),
            row.text("repaired_type"),
            payload,
            row.texts("repaired_fields"));
  }

  private static @Nullable String text(byte @Nullable [] payload) {
    return payload == null ? null : new String(payload, StandardCharsets.UTF_8);
  }
}
