package dev.milepost.tracking.credit;

import static java.util.stream.Collectors.toSet;

import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import dev.milepost.tracking.rule.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes whose sales are to be credited anew, and how far that has come. */
@ApplicationScoped
class ReCreditTasks {
  private static final int SIZE = 500;

  /** How many numbers are looked through at once where the participants do not narrow it. */
  private static final long SPAN = 20_000;

  /**
   * Nothing is recorded where there is no sale to look at; the caller is changing the catalogue.
   */
  private static final String ADD =
      """
      INSERT INTO re_crediting
        (reason, participants, valid_from, valid_to, mark, correlation_id, recorded_at)
      SELECT reason, participants, valid_from, valid_to, (SELECT max(no) FROM credit),
             correlation_id, recorded_at
      FROM (VALUES (?::text, ?::text[], ?::timestamptz, ?::timestamptz, ?::text, ?::timestamptz))
           AS task (reason, participants, valid_from, valid_to, correlation_id, recorded_at)
      WHERE EXISTS (
        SELECT FROM credit
        WHERE (participants IS NULL OR participant_id = ANY (participants))
          AND (occurred_at >= coalesce(valid_from, '-infinity')
               AND occurred_at <= coalesce(valid_to, 'infinity')
               OR no IN (SELECT credit_no FROM credit_original k
                         WHERE k.occurred_at >= coalesce(valid_from, '-infinity')
                           AND k.occurred_at <= coalesce(valid_to, 'infinity'))))
      """;

  /** Who stood where when its original occurred matters to a return as well. */
  private static final String DATED =
      """
      occurred_at >= coalesce(?::timestamptz, '-infinity')
      AND occurred_at <= coalesce(?::timestamptz, 'infinity')
      OR no IN (SELECT credit_no FROM credit_original k
                WHERE k.occurred_at >= coalesce(?::timestamptz, '-infinity')
                  AND k.occurred_at <= coalesce(?::timestamptz, 'infinity'))
      """;

  private static final String ADD_SALE =
      """
      INSERT INTO re_crediting (reason, sale_nos, mark, correlation_id, recorded_at)
      VALUES ('ORIGINAL_KNOWN', ARRAY[?::text], 1, ?, ?)
      """;

  /** Waits for the task's row, so that replicas take turns. */
  private static final String NEXT =
      """
      SELECT * FROM re_crediting
      WHERE done < mark AND no <> ALL (?)
        AND (reason <> 'MEMBERSHIP_CHANGED' OR recorded_at <= ?)
      ORDER BY no LIMIT 1 FOR UPDATE
      """;

  private static final String STILL_AT =
      """
      SELECT no FROM re_crediting
      WHERE (no, done) IN (SELECT * FROM unnest(?::bigint[], ?::bigint[]))
      """;

  private final Sql sql;
  private final Duration membershipDelay;

  ReCreditTasks(Sql sql, ReCreditConfig config) {
    this.sql = sql;
    this.membershipDelay = config.membershipDelay();
  }

  /**
   * Sales to look at again: those of a time, of all credits up to a mark.
   *
   * @param no counts the tasks
   * @param saleNos our numbers of the sales, where they are known from the first; else null
   * @param participants whose sales; null: everybody's
   * @param span the time in which the sales occurred
   * @param done credits up to this number have been looked at
   * @param mark later credits need not be
   * @param why what the credits made by it say of themselves
   */
  record Task(
      long no,
      @Nullable List<Long> saleNos,
      @Nullable List<String> participants,
      Span span,
      long done,
      long mark,
      Origin.ReCredited why) {}

  /**
   * A part of a task.
   *
   * @param saleNos our numbers of sales that may be concerned
   * @param upTo there are no others among the credits up to this number
   */
  record Chunk(List<Long> saleNos, long upTo) {}

  private record Found(long creditNo, long saleNo) {}

  /** Records that sales are to be looked at again. */
  void add(
      ReCreditReason reason,
      @Nullable Collection<String> participants,
      Span span,
      String correlationId,
      Instant now) {
    sql.update(ADD, reason, participants, span.from(), span.to(), correlationId, now);
  }

  /** Records that a return is to be looked at again, since its original has come. */
  void add(long saleNo, String correlationId, Instant now) {
    sql.update(ADD_SALE, Long.toString(saleNo), correlationId, now);
  }

  /**
   * The next task that is not done, which nobody else works on until the transaction ends. A change
   * of memberships has its turn only when others that belong to it are known as well.
   *
   * @param waiting tasks that are passed over
   */
  Optional<Task> next(Collection<WaitingChange> waiting, Instant now) {
    return sql.queryOne(NEXT, ReCreditTasks::task, numbers(waiting), now.minus(membershipDelay));
  }

  /**
   * Sales that are left to the tasks that wait with them. Another replica may have gone on with
   * one: then its sales are left to nobody, since it may have looked at them too early.
   */
  Set<Long> leftTo(Collection<WaitingChange> waiting) {
    if (waiting.isEmpty()) {
      return Set.of();
    }
    Set<Long> still =
        Set.copyOf(
            sql.query(
                STILL_AT,
                row -> row.number("no"),
                numbers(waiting),
                waiting.stream().mapToLong(WaitingChange::done).toArray()));
    return waiting.stream()
        .filter(change -> still.contains(change.no()))
        .flatMap(change -> change.saleNos().stream())
        .collect(toSet());
  }

  private static long[] numbers(Collection<WaitingChange> waiting) {
    return waiting.stream().mapToLong(WaitingChange::no).toArray();
  }

  /** The next sales of a task; the database keeps times only to the microsecond. */
  Chunk chunk(Task task) {
    if (task.saleNos() != null) {
      return new Chunk(task.saleNos(), task.mark());
    }
    long end =
        task.participants() == null ? Math.min(task.done() + SPAN, task.mark()) : task.mark();
    Where where =
        new Where()
            .and("no > ? AND no <= ? AND revision = 0", task.done(), end)
            .andIf("participant_id = ANY (?)", task.participants())
            .and(DATED, task.span().from(), task.span().to(), task.span().from(), task.span().to());
    List<Found> found =
        sql.query(
            where.in("SELECT no, event_no FROM credit", "ORDER BY no LIMIT ?"),
            row -> new Found(row.number("no"), row.number("event_no")),
            where.parameters(SIZE));
    return new Chunk(
        found.stream().map(Found::saleNo).distinct().toList(),
        found.size() < SIZE ? end : found.getLast().creditNo());
  }

  /** Credits of the task up to this number have been looked at. */
  void done(Task task, long upTo) {
    sql.update("UPDATE re_crediting SET done = ? WHERE no = ?", upTo, task.no());
  }

  /** What credits made by a task say of themselves. */
  static Origin.ReCredited effect(long no, ReCreditReason reason, String correlationId) {
    return new Origin.ReCredited(no, reason, new Cause(correlationId, "re-crediting:" + no, null));
  }

  private static Task task(Row row) throws SQLException {
    long no = row.number("no");
    List<Long> saleNos =
        row.textOrNull("sale_nos") == null
            ? null
            : row.texts("sale_nos").stream().map(Long::valueOf).toList();
    return new Task(
        no,
        saleNos,
        row.textOrNull("participants") == null ? null : row.texts("participants"),
        new Span(row.instantOrNull("valid_from"), row.instantOrNull("valid_to")),
        row.number("done"),
        row.number("mark"),
        effect(no, row.constant("reason", ReCreditReason.class), row.text("correlation_id")));
  }
}
