package dev.milepost.tracking.progress;

import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.pace.Judgement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table of what was told of goals' pace. */
@ApplicationScoped
class Judgements {
  /**
   * Rows are compared as they are when they are locked, so that no goal is judged after its close.
   */
  private static final String DUE =
      """
      SELECT j.open, j.status, j.previous_status, j.changes, j.judged_sequence, p.*
      FROM goal_pace j
      JOIN goal_progress p ON p.goal_no = j.goal_no
      WHERE j.open AND p.backfilled_to >= p.backfill_mark
        AND CASE WHEN j.look_at <= ? THEN j.look_at <= ? ELSE j.judged_sequence <> p.sequence END
      ORDER BY j.judged_at NULLS FIRST, j.goal_no LIMIT ? FOR UPDATE OF j SKIP LOCKED
      """;

  private static final String TIME = "SELECT 1 FROM goal_pace WHERE open AND look_at <= ? LIMIT 1";

  private static final String OF =
      """
      SELECT j.open, j.status, j.previous_status, j.changes, j.judged_sequence, p.*
      FROM goal_pace j JOIN goal_progress p ON p.goal_no = j.goal_no
      WHERE j.goal_no = ANY (?) AND j.open
      ORDER BY j.goal_no
      """;
  private static final String FOLLOW =
      """
      INSERT INTO goal_pace (goal_no, open) SELECT goal_no, true
      FROM unnest(?::bigint[]) AS followed (goal_no)
      ON CONFLICT (goal_no) DO UPDATE SET judged_sequence = -1
      """;

  /** Of a goal whose status becomes another it is kept what was known from when on. */
  private static final String SAVE =
      """
      WITH known AS (
        INSERT INTO pace_history (goal_no, known_at, status, previous_status)
        SELECT s.goal_no, ?, s.status, s.previous_status
        FROM unnest(?::bigint[], ?::text[], ?::text[])
             AS s (goal_no, status, previous_status)
        JOIN goal_pace j ON j.goal_no = s.goal_no
        WHERE s.status IS DISTINCT FROM j.status)
      UPDATE goal_pace j
      SET open = s.open, status = s.status, previous_status = s.previous_status,
          changes = s.changes, judged_sequence = s.judged_sequence, judged_at = ?,
          look_at = s.look_at
      FROM unnest(?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                  ?::timestamptz[])
           AS s (goal_no, open, status, previous_status, changes, judged_sequence, look_at)
      WHERE j.goal_no = s.goal_no
      """;

  private final Sql sql;

  Judgements(Sql sql) {
    this.sql = sql;
  }

  /**
   * What was told of a goal's pace.
   *
   * @param open whether the goal is not closed
   * @param last the status that was told last; null when there is none yet
   * @param changes how many changes were told
   * @param sequence the last entry that it was judged by
   * @param lookAt when to judge it again if nothing is sold
   * @param account where the goal stands; its row is not locked
   */
  record Judged(
      boolean open,
      @Nullable Judgement last,
      long changes,
      long sequence,
      @Nullable Instant lookAt,
      Account.State account) {

    /** Whether something was booked since it was judged. */
    boolean hasNewEntries() {
      return sequence >= 0 && sequence != account.sequence();
    }

    Judged now(Judgement judgement, boolean told, @Nullable Instant nextLook) {
      long counted = told ? changes + 1 : changes;
      return new Judged(open, judgement, counted, account.sequence(), nextLook, account);
    }

    Judged closed() {
      return new Judged(false, last, changes, sequence, null, account);
    }
  }

  /** Whether time alone may have changed some goal's status by now. */
  boolean isTimeFor(Instant now) {
    return sql.queryOne(TIME, row -> true, now).isPresent();
  }

  /**
   * Goals whose status may have changed, locked; those first that were not judged for longest.
   *
   * @param by of those whose status time may have changed by now only where it had by this moment
   */
  List<Judged> due(Instant now, Instant by, int atMost) {
    return sql.query(DUE, Judgements::judged, now, by, atMost);
  }

  /** Those of the goals that are open; the caller holds their rows. */
  List<Judged> of(Collection<Long> goalNos) {
    return sql.query(OF, Judgements::judged, (Object) numbers(goalNos));
  }

  /** Goals to be judged, whatever was told of them. */
  void follow(Collection<Long> goalNos) {
    sql.update(FOLLOW, (Object) numbers(goalNos));
  }

  void save(List<Judged> judged, Instant now) {
    if (judged.isEmpty()) {
      return;
    }
    boolean[] open = new boolean[judged.size()];
    for (int i = 0; i < open.length; i++) {
      open[i] = judged.get(i).open();
    }
    long[] goalNos = judged.stream().mapToLong(one -> one.account().goalNo()).toArray();
    Status[] status = statuses(judged, Judgement::status);
    Status[] previous = statuses(judged, Judgement::previous);
    sql.update(
        SAVE,
        now,
        goalNos,
        status,
        previous,
        now,
        goalNos,
        open,
        status,
        previous,
        judged.stream().mapToLong(Judged::changes).toArray(),
        judged.stream().mapToLong(Judged::sequence).toArray(),
        judged.stream().map(Judged::lookAt).toArray(Instant[]::new));
  }

  private static Status[] statuses(
      List<Judged> judged, Function<Judgement, @Nullable Status> field) {
    return judged.stream()
        .map(one -> one.last() == null ? null : field.apply(one.last()))
        .toArray(Status[]::new);
  }

  /** The status that was told, of a row with the columns status and previous_status. */
  static @Nullable Judgement judgement(Row row) throws SQLException {
    String status = row.textOrNull("status");
    String previous = row.textOrNull("previous_status");
    return status == null
        ? null
        : new Judgement(Status.valueOf(status), previous == null ? null : Status.valueOf(previous));
  }

  private static Judged judged(Row row) throws SQLException {
    return new Judged(
        row.flag("open"),
        judgement(row),
        row.number("changes"),
        row.number("judged_sequence"),
        null,
        Accounts.state(row));
  }

  private static long[] numbers(Collection<Long> numbers) {
    return numbers.stream().mapToLong(no -> no).toArray();
  }
}
