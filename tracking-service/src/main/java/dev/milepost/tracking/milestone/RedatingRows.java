package dev.milepost.tracking.milestone;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The table of goals whose milestones' dates are in doubt. */
@ApplicationScoped
class RedatingRows {
  private static final String NOTE =
      """
      INSERT INTO milestone_redating (goal_no, noted_at) SELECT goal_no, ?
      FROM unnest(?::bigint[]) AS row (goal_no)
      ON CONFLICT (goal_no) DO NOTHING
      """;

  /** Few lines or one goal at a time, whatever its size. */
  private static final String NEXT =
      """
      SELECT goal_no, of_keys, sequence
      FROM (SELECT r.goal_no, r.noted_at, p.sequence,
                   g.snapshot::jsonb #>> '{metric,aggregation}' = 'DISTINCT_COUNT' AS of_keys,
                   sum(p.sequence) OVER (ORDER BY r.noted_at, r.goal_no
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM milestone_redating r
            JOIN goal_progress p ON p.goal_no = r.goal_no
            JOIN goal g ON g.no = r.goal_no) AS pending
      WHERE coalesce(before, 0) < ?
      ORDER BY noted_at, goal_no
      """;

  /** In the order in which everybody locks accounts. */
  private static final String LOCK =
      """
      SELECT p.goal_no, p.sequence,
             g.snapshot::jsonb #>> '{metric,aggregation}' = 'DISTINCT_COUNT' AS of_keys
      FROM goal_progress p
      JOIN milestone_redating r ON r.goal_no = p.goal_no
      JOIN goal g ON g.no = p.goal_no
      WHERE p.goal_no = ANY (?)
      ORDER BY p.goal_no FOR UPDATE OF p, r
      """;

  private final Sql sql;

  RedatingRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A goal in doubt.
   *
   * @param goalNo our number of it
   * @param ofKeys whether it counts keys
   * @param sequence its last line
   */
  record Pending(long goalNo, boolean ofKeys, long sequence) {}

  void note(Collection<Long> goalNos, Instant now) {
    if (!goalNos.isEmpty()) {
      sql.update(NOTE, now, numbers(goalNos));
    }
  }

  /** The goals longest in doubt, that have about so many lines together. */
  List<Pending> next(long lines) {
    return sql.query(NEXT, RedatingRows::pending, lines);
  }

  /** Those still in doubt, with their last lines; nothing is booked to them meanwhile. */
  List<Pending> lock(Collection<Long> goalNos) {
    return sql.query(LOCK, RedatingRows::pending, numbers(goalNos));
  }

  void settled(Collection<Long> goalNos) {
    sql.update("DELETE FROM milestone_redating WHERE goal_no = ANY (?)", numbers(goalNos));
  }

  /** They go to the end of the queue. */
  void postpone(Collection<Long> goalNos, Instant now) {
    sql.update(
        "UPDATE milestone_redating SET noted_at = ? WHERE goal_no = ANY (?)",
        now,
        numbers(goalNos));
  }

  private static Pending pending(Row row) throws SQLException {
    return new Pending(row.number("goal_no"), row.flag("of_keys"), row.number("sequence"));
  }

  private static long[] numbers(Collection<Long> numbers) {
    return numbers.stream().mapToLong(no -> no).toArray();
  }
}
