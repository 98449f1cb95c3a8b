package dev.milepost.tracking.goal;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of goals whose past is looked through. */
@ApplicationScoped
class SeasonRows {
  private static final String COLUMNS =
      "s.goal_no, s.as_of, s.mark, s.done, array_to_string(s.sums, ',') AS sums, s.first_at";

  /** After the goal's own back-fill. */
  private static final String NEXT =
      "SELECT "
          + COLUMNS
          + """
           FROM goal_season s JOIN goal_progress p ON p.goal_no = s.goal_no
          WHERE s.due_at <= ? AND p.backfilled_to >= p.backfill_mark AND p.closed_at IS NULL
          ORDER BY s.due_at, s.goal_no LIMIT 1 FOR UPDATE OF s SKIP LOCKED
          """;

  private static final String SAVE =
      """
      UPDATE goal_season SET as_of = ?, mark = ?, done = ?, sums = ?, first_at = ?
      WHERE goal_no = ?
      """;
  private static final String SETTLE =
      """
      UPDATE goal_season
      SET due_at = ?, as_of = NULL, mark = 0, done = 0, sums = NULL, first_at = NULL
      WHERE goal_no = ?
      """;

  private final Sql sql;

  SeasonRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * How far a goal's past is looked through.
   *
   * @param goalNo our number of the goal
   * @param asOf when it was begun
   * @param mark the last credit to look at
   * @param done credits up to this number have been looked at
   * @param sums what counted so far, see {@link PastSales}
   * @param first the first sale that counted so far
   */
  record Task(
      long goalNo,
      Instant asOf,
      long mark,
      long done,
      List<BigDecimal> sums,
      @Nullable Instant first) {

    boolean isComplete() {
      return done >= mark;
    }

    Task after(PastSales past, long upTo) {
      return new Task(goalNo, asOf, mark, upTo, past.sums(), past.first());
    }
  }

  /** The goal's past is to be looked through, if it was not yet. */
  void follow(long goalNo, Instant now) {
    sql.update(
        "INSERT INTO goal_season (goal_no, due_at) VALUES (?, ?) ON CONFLICT (goal_no) DO NOTHING",
        goalNo,
        now);
  }

  /** The next goal that is due, locked. */
  Optional<Task> next(Instant now) {
    return sql.queryOne(NEXT, row -> task(row, now), now);
  }

  /** A goal that is being looked at, locked. */
  Optional<Task> lock(long goalNo) {
    return sql.queryOne(
        "SELECT "
            + COLUMNS
            + " FROM goal_season s WHERE s.goal_no = ? AND s.as_of IS NOT NULL"
            + " FOR UPDATE",
        row -> task(row, row.instant("as_of")),
        goalNo);
  }

  void save(Task task) {
    sql.update(
        SAVE,
        task.asOf(),
        task.mark(),
        task.done(),
        task.sums().toArray(BigDecimal[]::new),
        task.first(),
        task.goalNo());
  }

  /** Done with it, until another time if one is given. */
  void settle(long goalNo, @Nullable Instant again) {
    sql.update(SETTLE, again, goalNo);
  }

  private Task task(Row row, Instant now) throws SQLException {
    Instant begun = row.instantOrNull("as_of");
    String sums = row.textOrNull("sums");
    return new Task(
        row.number("goal_no"),
        begun == null ? now : begun,
        begun == null ? lastCredit() : row.number("mark"),
        row.number("done"),
        sums == null || sums.isEmpty()
            ? List.of()
            : Stream.of(sums.split(",")).map(BigDecimal::new).toList(),
        row.instantOrNull("first_at"));
  }

  private long lastCredit() {
    return sql.query("SELECT coalesce(max(no), 0) AS last FROM credit", row -> row.number("last"))
        .getFirst();
  }
}
