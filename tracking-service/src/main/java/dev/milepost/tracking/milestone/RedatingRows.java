package dev.milepost.tracking.milestone;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The table of goals whose milestones' dates are in doubt. */
@ApplicationScoped
class RedatingRows {
  private static final String NOTE =
      """
      INSERT INTO milestone_redating AS old (goal_no, noted_at, earliest)
      SELECT goal_no, ?, earliest FROM unnest(?::bigint[], ?::timestamptz[]) AS row (goal_no, earliest)
      ON CONFLICT (goal_no) DO UPDATE SET earliest = excluded.earliest
      WHERE old.earliest > excluded.earliest
      """;

  private static final String IN_DOUBT =
      """
      SELECT r.goal_no, p.sequence FROM milestone_redating r
      JOIN goal_progress p ON p.goal_no = r.goal_no
      ORDER BY r.noted_at, r.goal_no
      """;

  /** In the order in which everybody locks accounts. */
  private static final String OF =
      """
      SELECT p.goal_no, p.sequence, r.earliest,
             g.snapshot::jsonb #>> '{metric,aggregation}' = 'DISTINCT_COUNT' AS of_keys,
             p.closed_at IS NULL AND g.state NOT IN ('CLOSED', 'CANCELLED') AS open
      FROM goal_progress p
      JOIN milestone_redating r ON r.goal_no = p.goal_no
      JOIN goal g ON g.no = p.goal_no
      WHERE p.goal_no = ANY (?)
      ORDER BY p.goal_no
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
   * @param open whether its milestones may still be reverted
   * @param sequence its last line
   * @param earliest when the earliest of what puts it in doubt occurred
   */
  record Pending(long goalNo, boolean ofKeys, boolean open, long sequence, Instant earliest) {}

  /**
   * Notes goals that are in doubt.
   *
   * @param earliest when the earliest of what puts each in doubt occurred
   */
  void note(Map<Long, Instant> earliest, Instant now) {
    if (!earliest.isEmpty()) {
      sql.update(NOTE, now, numbers(earliest.keySet()), earliest.values().toArray(Instant[]::new));
    }
  }

  /** The last line of every goal in doubt, by number of the goal; the longest in doubt first. */
  SequencedMap<Long, Long> inDoubt() {
    SequencedMap<Long, Long> sequences = new LinkedHashMap<>();
    sql.query(IN_DOUBT, row -> sequences.put(row.number("goal_no"), row.number("sequence")));
    return sequences;
  }

  /** Those still in doubt, with their last lines. */
  List<Pending> of(Collection<Long> goalNos) {
    return sql.query(OF, RedatingRows::pending, numbers(goalNos));
  }

  /** The same; nothing is booked to them until the transaction ends. */
  List<Pending> lock(Collection<Long> goalNos) {
    return sql.query(OF + "FOR UPDATE OF p, r", RedatingRows::pending, numbers(goalNos));
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
    return new Pending(
        row.number("goal_no"),
        row.flag("of_keys"),
        row.flag("open"),
        row.number("sequence"),
        row.instant("earliest"));
  }

  private static long[] numbers(Collection<Long> numbers) {
    return numbers.stream().mapToLong(no -> no).toArray();
  }
}
