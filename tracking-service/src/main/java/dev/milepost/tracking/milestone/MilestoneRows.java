package dev.milepost.tracking.milestone;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The milestones' table. */
@ApplicationScoped
class MilestoneRows {
  private static final String PUT =
      """
      WITH put AS (
        INSERT INTO milestone
          (goal_no, threshold, declared, due_at, cycle, bar, goal_version, reached_at, recorded_at,
           achieved, decided)
        SELECT * FROM unnest(?::bigint[], ?::numeric[], ?::boolean[], ?::timestamptz[],
                             ?::integer[], ?::numeric[], ?::integer[], ?::timestamptz[],
                             ?::timestamptz[], ?::boolean[], ?::boolean[])
        ON CONFLICT (goal_no, threshold) DO UPDATE
        SET declared = excluded.declared, due_at = excluded.due_at, cycle = excluded.cycle,
            bar = excluded.bar, goal_version = excluded.goal_version,
            reached_at = excluded.reached_at, recorded_at = excluded.recorded_at,
            achieved = excluded.achieved, decided = excluded.decided
        RETURNING *)
      INSERT INTO milestone_history
        (goal_no, known_at, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
         recorded_at, achieved, decided)
      SELECT goal_no, ?, threshold, declared, due_at, cycle, bar, goal_version, reached_at,
             recorded_at, achieved, decided
      FROM put
      """;

  /**
   * Those that may change: open ones at whose bar their goal stands, reached ones below whose bar
   * it stands or before whose date something occurred. Most goals have none, and most batches touch
   * many goals.
   */
  private static final String AFFECTED =
      """
      SELECT m.*
      FROM unnest(?::bigint[], ?::numeric[], ?::numeric[], ?::timestamptz[])
           AS standing (goal_no, actual, target, earliest)
      JOIN milestone m ON m.goal_no = standing.goal_no
      WHERE CASE WHEN m.bar IS NULL THEN standing.actual >= m.threshold * standing.target
                 ELSE standing.actual < m.bar OR standing.earliest <= m.reached_at END
      ORDER BY m.goal_no, m.threshold
      """;

  private static final String KNOWN_AT =
      """
      SELECT DISTINCT ON (threshold) * FROM milestone_history
      WHERE goal_no = ? AND known_at <= ? ORDER BY threshold, no DESC
      """;
  private static final String NEXT_DUE =
      """
      SELECT goal_no, min(due_at) AS due_at FROM milestone
      WHERE goal_no = ANY (?) AND declared AND NOT decided AND reached_at IS NULL
      GROUP BY goal_no
      """;

  private static final String EVALUATE_AGAIN =
      """
      UPDATE milestone m SET evaluated = m.cycle - 1
      FROM unnest(?::bigint[], ?::numeric[]) AS reached (goal_no, threshold)
      WHERE m.goal_no = reached.goal_no AND m.threshold = reached.threshold
      """;

  private final Sql sql;

  MilestoneRows(Sql sql) {
    this.sql = sql;
  }

  /** A milestone of a goal. */
  record Owned(long goalNo, Milestone milestone) {}

  /** The milestones of each goal, by rising threshold. */
  Map<Long, List<Milestone>> of(Collection<Long> goalNos) {
    return goalNos.isEmpty()
        ? Map.of()
        : find(
            "SELECT * FROM milestone WHERE goal_no = ANY (?) ORDER BY goal_no, threshold",
            (Object) goalNos.stream().mapToLong(no -> no).toArray());
  }

  /**
   * The milestones of growing flows that may change by where their goals stand, by rising
   * threshold; what becomes of each is for {@link Step} to say.
   */
  Map<Long, List<Milestone>> affectedBy(List<Standing> standings) {
    return standings.isEmpty()
        ? Map.of()
        : find(
            AFFECTED,
            standings.stream().mapToLong(standing -> standing.goal().no()).toArray(),
            standings.stream().map(Standing::actual).toArray(BigDecimal[]::new),
            standings.stream().map(Standing::target).toArray(BigDecimal[]::new),
            standings.stream().map(Standing::earliest).toArray(Instant[]::new));
  }

  private Map<Long, List<Milestone>> find(String statement, @Nullable Object... parameters) {
    Map<Long, List<Milestone>> found = new HashMap<>();
    sql.query(
        statement,
        row ->
            found
                .computeIfAbsent(row.number("goal_no"), no -> new ArrayList<>())
                .add(milestone(row)),
        parameters);
    return found;
  }

  /** The milestones of a goal as they were known at a moment, by rising threshold. */
  List<Milestone> knownAt(long goalNo, Instant moment) {
    return sql.query(KNOWN_AT, MilestoneRows::milestone, goalNo, moment);
  }

  /** When the next milestone of each goal is to be tested; goals without one are not there. */
  Map<Long, Instant> nextDue(Collection<Long> goalNos) {
    Map<Long, Instant> found = new HashMap<>();
    sql.query(
        NEXT_DUE,
        row -> found.put(row.number("goal_no"), row.instant("due_at")),
        goalNos.stream().mapToLong(no -> no).toArray());
    return found;
  }

  /** Puts milestones as they are known from now on. */
  void put(List<Owned> changed, Instant now) {
    if (changed.isEmpty()) {
      return;
    }
    List<Milestone> rows = changed.stream().map(Owned::milestone).toList();
    sql.update(
        PUT,
        changed.stream().mapToLong(Owned::goalNo).toArray(),
        rows.stream().map(Milestone::threshold).toArray(BigDecimal[]::new),
        flags(rows, Milestone::declared),
        rows.stream().map(Milestone::dueAt).toArray(Instant[]::new),
        rows.stream().mapToInt(Milestone::cycle).toArray(),
        rows.stream().map(m -> of(m, Crossing::bar)).toArray(BigDecimal[]::new),
        rows.stream().map(m -> of(m, Crossing::goalVersion)).toArray(Integer[]::new),
        rows.stream().map(m -> of(m, Crossing::reachedAt)).toArray(Instant[]::new),
        rows.stream().map(m -> of(m, Crossing::recordedAt)).toArray(Instant[]::new),
        flags(rows, Milestone::achieved),
        flags(rows, Milestone::decided),
        now);
  }

  /** Milestones that rest on other sales, or were reached on another day, are evaluated anew. */
  void evaluateAgain(List<Owned> reached) {
    if (!reached.isEmpty()) {
      sql.update(
          EVALUATE_AGAIN,
          reached.stream().mapToLong(Owned::goalNo).toArray(),
          reached.stream().map(one -> one.milestone().threshold()).toArray(BigDecimal[]::new));
    }
  }

  private static boolean[] flags(List<Milestone> rows, Predicate<Milestone> field) {
    boolean[] flags = new boolean[rows.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = field.test(rows.get(i));
    }
    return flags;
  }

  private static <T> @Nullable T of(Milestone milestone, Function<Crossing, T> field) {
    return milestone.crossing() == null ? null : field.apply(milestone.crossing());
  }

  static Milestone milestone(Row row) throws SQLException {
    BigDecimal bar = row.decimalOrNull("bar");
    return new Milestone(
        row.decimal("threshold"),
        row.flag("declared"),
        row.instant("due_at"),
        row.integer("cycle"),
        bar == null
            ? null
            : new Crossing(
                bar,
                row.integer("goal_version"),
                row.instant("reached_at"),
                row.instant("recorded_at")),
        row.flag("achieved"),
        row.flag("decided"));
  }
}
