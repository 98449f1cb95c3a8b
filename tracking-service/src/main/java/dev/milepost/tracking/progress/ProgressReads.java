package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.milestone.Milestone;
import dev.milepost.tracking.milestone.Milestones;
import dev.milepost.tracking.query.GoalFilter;
import dev.milepost.tracking.query.Where;
import dev.milepost.tracking.source.GoalSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Progress as callers may see it. */
@ApplicationScoped
class ProgressReads {
  private static final String PROGRESS =
      """
      SELECT g.snapshot, g.exceptional_days::text[] AS exceptional_days, g.days_assumed, p.*
      FROM goal g JOIN goal_progress p ON p.goal_no = g.no
      """;
  private static final String ENTRIES =
      """
      SELECT e.*, c.participant_id, s.source, s.event_id, s.type AS sale_type
      FROM progress_entry e
      JOIN credit c ON c.credit_no = e.credit_no AND c.revision = e.revision
      JOIN sales_event s ON s.no = c.event_no
      """;

  private final Sql sql;
  private final Valuation valuation;
  private final Milestones milestones;
  private final GoalSources sources;
  private final Visibility visibility;
  private final Clock clock;

  ProgressReads(
      Sql sql,
      Valuation valuation,
      Milestones milestones,
      GoalSources sources,
      Visibility visibility,
      Clock clock) {
    this.sql = sql;
    this.valuation = valuation;
    this.milestones = milestones;
    this.sources = sources;
    this.visibility = visibility;
    this.clock = clock;
  }

  /** Goals that are followed, by id. */
  Page<ProgressView> list(GoalFilter filter, PageRequest page) {
    Where where =
        filter
            .narrow(visible().and("g.state <> 'CANCELLED'"))
            .andIf("g.goal_id > ?", page.position().map(last -> last.text(0)).orElse(null));
    List<Followed> rows =
        sql.query(
            where.in(PROGRESS, "ORDER BY g.goal_id LIMIT ?"),
            ProgressReads::found,
            where.parameters(page.fetch()));
    return Page.of(views(rows), page, view -> Cursor.of(view.goalId()));
  }

  /** One goal, cancelled or not. */
  Optional<ProgressView> find(String goalId) {
    return findVisible(goalId).map(found -> views(List.of(found)).getFirst());
  }

  /**
   * The entries of a goal, in their order; those of colleagues only for who may see their rows.
   *
   * @return empty when the goal itself is not visible
   */
  Optional<Page<EntryView>> entries(String goalId, PageRequest page) {
    return findVisible(goalId).map(found -> entries(found.account().goalNo(), page));
  }

  private Page<EntryView> entries(long goalNo, PageRequest page) {
    Where where =
        new Where()
            .and("e.goal_no = ?", goalNo)
            .visible(visibility.ofProgress(), "c.participant_id")
            .andIf("e.sequence > ?", page.position().map(last -> last.number(0)).orElse(null));
    List<EntryView> rows =
        sql.query(
            where.in(ENTRIES, "ORDER BY e.sequence LIMIT ?"),
            ProgressReads::entry,
            where.parameters(page.fetch()));
    return Page.of(rows, page, entry -> Cursor.of(entry.sequence()));
  }

  private Optional<Followed> findVisible(String goalId) {
    Where where = visible().and("g.goal_id = ?", goalId);
    return sql.queryOne(where.in(PROGRESS, ""), ProgressReads::found, where.parameters());
  }

  private Where visible() {
    return new Where().visible(visibility.ofProgress(), "g.owner_type", "g.owner_id");
  }

  private List<ProgressView> views(List<Followed> rows) {
    Instant now = clock.instant();
    List<Long> goalNos = rows.stream().map(row -> row.account().goalNo()).toList();
    Map<Long, List<Milestone>> byGoal = milestones.of(goalNos);
    Map<Long, Instant> complete = sources.completeUntil(goalNos);
    List<Measured> measured = valuation.of(rows, now);
    List<ProgressView> views = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Followed row = rows.get(i);
      long goalNo = row.account().goalNo();
      List<Milestone> own = byGoal.getOrDefault(goalNo, List.of());
      views.add(ProgressView.of(row, measured.get(i), own, complete.get(goalNo), now));
    }
    return views;
  }

  private static Followed found(Row row) throws SQLException {
    return new Followed(
        Goals.readSnapshot(row.text("snapshot")), Goals.readWorkingDays(row), Accounts.state(row));
  }

  private static EntryView entry(Row row) throws SQLException {
    BigDecimal denominator = row.decimalOrNull("denominator");
    return new EntryView(
        row.number("sequence"),
        row.constant("kind", Kind.class),
        row.text("credit_no"),
        row.integer("revision"),
        row.text("participant_id"),
        new SaleRef(row.text("source"), row.text("event_id")),
        row.text("sale_type"),
        row.instant("occurred_at"),
        row.instant("recorded_at"),
        Decimals.shortest(row.decimal("numerator")),
        denominator == null ? null : Decimals.shortest(denominator),
        row.textOrNull("key"));
  }
}
