package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Accounts as they stood in the past: the fold of what was recorded up to then. Takes all entries
 * of a goal, so it is for one goal that somebody asks about.
 */
@ApplicationScoped
class PastAccounts {
  private static final String VALUES =
      """
      SELECT coalesce(sum(numerator) FILTER (WHERE kind <> 'TRUE_UP'), 0) AS value,
             coalesce(sum(numerator), 0) AS restated,
             count(*) FILTER (WHERE kind = 'TRUE_UP') AS late_entries
      FROM progress_entry WHERE goal_no = ? AND recorded_at <= ?
      """;

  /** As {@link KeyState} counts them. */
  private static final String KEYS =
      """
      SELECT count(*) FILTER (WHERE live > 0 AND seen <= 0) AS value,
             count(*) FILTER (WHERE all_live > 0 AND all_seen <= 0) AS restated,
             coalesce(sum(late), 0) AS late_entries
      FROM (SELECT coalesce(sum(numerator) FILTER (WHERE kind <> 'TRUE_UP'), 0) AS live,
                   coalesce(sum(denominator) FILTER (WHERE %s), 0) AS seen,
                   sum(numerator) AS all_live, coalesce(sum(denominator), 0) AS all_seen,
                   count(*) FILTER (WHERE kind = 'TRUE_UP') AS late
            FROM progress_entry WHERE goal_no = ? AND recorded_at <= ? AND key IS NOT NULL
            GROUP BY key) AS counted
      """
          .formatted(KeyState.IN_TIME);

  private final Sql sql;

  PastAccounts(Sql sql) {
    this.sql = sql;
  }

  /** The account of a goal as it stood at a moment, as far as a value follows from it. */
  Account.State at(Account.State now, boolean countsKeys, Instant moment) {
    return sql.queryOne(
            countsKeys ? KEYS : VALUES, row -> past(now, row, moment), now.goalNo(), moment)
        .orElseThrow();
  }

  private static Account.State past(Account.State now, Row row, Instant moment)
      throws SQLException {
    BigDecimal value = row.decimal("value");
    BigDecimal late = row.decimal("restated").subtract(value);
    return now.asOf(
        moment,
        new Tally(value, BigDecimal.ZERO),
        new Tally(late, BigDecimal.ZERO),
        row.number("late_entries"));
  }
}
