package dev.milepost.tracking.progress;

import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.pace.Judgement;
import dev.milepost.tracking.query.GoalFilter;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The goals that the caller may see, with their accounts. */
@ApplicationScoped
class FollowedGoals {
  private static final String FOLLOWED =
      """
      SELECT g.snapshot, g.exceptional_days::text[] AS exceptional_days, g.days_assumed,
             array_to_string(g.seasonal_shares, ',') AS seasonal_shares, p.*,
             j.status, j.previous_status
      FROM goal g
      JOIN goal_progress p ON p.goal_no = g.no
      LEFT JOIN goal_pace j ON j.goal_no = g.no
      """;

  private final Sql sql;
  private final Visibility visibility;

  FollowedGoals(Sql sql, Visibility visibility) {
    this.sql = sql;
    this.visibility = visibility;
  }

  /**
   * A goal.
   *
   * @param told the status that was told of it; null while none was
   */
  record Found(Followed followed, @Nullable Judgement told) {
    long goalNo() {
      return followed.account().goalNo();
    }
  }

  /** The rows of a page by the goals' ids, without cancelled goals. */
  List<Found> list(GoalFilter filter, PageRequest page) {
    Where where =
        filter
            .narrow(visible().and("g.state <> 'CANCELLED'"))
            .andIf("g.goal_id > ?", page.position().map(last -> last.text(0)).orElse(null));
    return sql.query(
        where.in(FOLLOWED, "ORDER BY g.goal_id LIMIT ?"),
        FollowedGoals::found,
        where.parameters(page.fetch()));
  }

  /** One goal, cancelled or not. */
  Optional<Found> find(String goalId) {
    Where where = visible().and("g.goal_id = ?", goalId);
    return sql.queryOne(where.in(FOLLOWED, ""), FollowedGoals::found, where.parameters());
  }

  private Where visible() {
    return new Where().visible(visibility.ofProgress(), "g.owner_type", "g.owner_id");
  }

  private static Found found(Row row) throws SQLException {
    Followed followed =
        new Followed(
            Goals.readSnapshot(row.text("snapshot")),
            Goals.readWorkingDays(row),
            Goals.readSeason(row),
            Accounts.state(row));
    return new Found(followed, Judgements.judgement(row));
  }
}
