package dev.milepost.analytics.leaderboard;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ranks participants by the progress of their goals. */
@ApplicationScoped
class Standings {
  /**
   * All are ranked before those who may not be seen are left out. A participant that the directory
   * does not know is seen by nobody else.
   */
  private static final String PAGE =
      """
      WITH board AS (
        SELECT goal.*, directory_participant.name, actual, attainment, progress.recorded_at,
               coalesce(progress.target, goal.target) AS applied_target,
               %1$s IS NOT NULL AS has_data,
               rank() OVER (ORDER BY %1$s DESC NULLS LAST) AS place
        FROM goal
        LEFT JOIN progress USING (goal_id)
        LEFT JOIN directory_participant ON directory_participant.id = owner_id
        WHERE metric_key = ? AND period = ? AND owner_type = 'PARTICIPANT'
          AND state <> 'CANCELLED')
      SELECT * FROM board
      WHERE (? OR owner_id = ANY (?)) AND (name IS NOT NULL OR owner_id = ?)
        AND (place, goal_id) > (?, ?)
      ORDER BY place, goal_id
      LIMIT ?
      """;

  private final Sql sql;

  Standings(Sql sql) {
    this.sql = sql;
  }

  private record Placed(long place, LeaderboardRow row) {}

  /** Whether any participant has a goal there. */
  boolean exist(Leaderboard board) {
    return sql.queryOne(
            """
            SELECT EXISTS (SELECT FROM goal WHERE metric_key = ? AND period = ?
              AND owner_type = 'PARTICIPANT' AND state <> 'CANCELLED') AS found
            """,
            row -> row.flag("found"),
            board.metric(),
            board.period())
        .orElse(false);
  }

  /**
   * A page of rows, without rewards.
   *
   * @param visible whose rows are shown
   * @param self the participant that reads, empty for none
   */
  Page<LeaderboardRow> page(
      Leaderboard board, RankBy by, VisibleOwners visible, String self, PageRequest page) {
    Optional<Cursor> position = page.position();
    List<Placed> rows =
        sql.query(
            PAGE.formatted(by.score()),
            Standings::read,
            board.metric(),
            board.period(),
            visible.all(),
            visible.participantIds(),
            self,
            position.map(cursor -> cursor.number(0)).orElse(0L),
            position.map(cursor -> cursor.text(1)).orElse(""),
            page.fetch());
    return Page.of(rows, page, placed -> Cursor.of(placed.place(), placed.row().goalId()))
        .map(Placed::row);
  }

  /** What is in force for these goals, granted to their owners; goals without are left out. */
  Map<String, RewardTotals> rewards(List<String> goalIds) {
    Map<String, RewardTotals> totals = new HashMap<>();
    sql.query(
            """
            SELECT goal_id, currency, count(*) AS rewards, sum(amount) AS amount
            FROM reward JOIN goal USING (goal_id)
            WHERE goal_id = ANY (?) AND in_force
              AND recipient_type = owner_type AND recipient_id = owner_id
            GROUP BY goal_id, currency
            ORDER BY goal_id, currency
            """,
            row -> Map.entry(row.text("goal_id"), totals(row)),
            goalIds)
        .forEach(found -> totals.merge(found.getKey(), found.getValue(), RewardTotals::plus));
    return totals;
  }

  private static RewardTotals totals(Row row) throws SQLException {
    BigDecimal amount = row.decimalOrNull("amount");
    List<Money> cash =
        amount == null ? List.of() : List.of(new Money(amount, row.text("currency")));
    return new RewardTotals(row.number("rewards"), cash);
  }

  private static Placed read(Row row) throws SQLException {
    long place = row.number("place");
    return new Placed(
        place,
        new LeaderboardRow(
            row.flag("has_data") ? place : null,
            row.text("goal_id"),
            Owner.participant(row.text("owner_id")),
            row.textOrNull("name"),
            row.text("metric_key"),
            row.text("period"),
            row.text("unit"),
            row.decimalOrNull("actual"),
            row.decimal("applied_target"),
            row.decimalOrNull("attainment"),
            null,
            row.instantOrNull("recorded_at"),
            !row.text("state").equals("CLOSED")));
  }
}
