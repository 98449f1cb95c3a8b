package dev.milepost.tracking.milestone;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.query.GoalFilter;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Milestones as callers may see them. */
@ApplicationScoped
class MilestoneReads {
  private static final String MILESTONES =
      """
      SELECT m.*, g.goal_id, g.owner_type, g.owner_id, g.metric_key, g.period_label
      FROM milestone m JOIN goal g ON g.no = m.goal_no
      """;

  private final Sql sql;
  private final Visibility visibility;

  MilestoneReads(Sql sql, Visibility visibility) {
    this.sql = sql;
    this.visibility = visibility;
  }

  /** By goal and threshold. */
  Page<MilestoneView> list(GoalFilter filter, @Nullable Boolean reached, PageRequest page) {
    Where where =
        filter
            .narrow(new Where())
            .visible(visibility.ofProgress(), "g.owner_type", "g.owner_id")
            .and("m.declared AND g.state <> 'CANCELLED'")
            .andIf("(m.reached_at IS NOT NULL) = ?", reached);
    page.position()
        .ifPresent(
            last -> where.and("(g.goal_id, m.threshold) > (?, ?)", last.text(0), last.decimal(1)));
    List<MilestoneView> rows =
        sql.query(
            where.in(MILESTONES, "ORDER BY g.goal_id, m.threshold LIMIT ?"),
            MilestoneReads::view,
            where.parameters(page.fetch()));
    return Page.of(rows, page, view -> Cursor.of(view.goalId(), view.threshold()));
  }

  private static MilestoneView view(Row row) throws SQLException {
    Milestone milestone = MilestoneRows.milestone(row);
    Crossing crossing = milestone.crossing();
    String goalId = row.text("goal_id");
    return new MilestoneView(
        goalId,
        new Owner(row.constant("owner_type", Owner.Type.class), row.text("owner_id")),
        row.text("metric_key"),
        row.text("period_label"),
        milestone.threshold(),
        milestone.dueAt(),
        crossing == null ? null : crossing.reachedAt(),
        crossing == null ? null : crossing.recordedAt(),
        crossing == null ? null : milestone.crossingId(goalId),
        milestone.cycle());
  }
}
