package dev.milepost.tracking.progress;

import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.tracking.milestone.Milestone;
import dev.milepost.tracking.milestone.Milestones;
import dev.milepost.tracking.progress.FollowedGoals.Found;
import dev.milepost.tracking.query.GoalFilter;
import dev.milepost.tracking.source.GoalSources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Progress as it stands now. */
@ApplicationScoped
class ProgressReads {
  private final FollowedGoals goals;
  private final EntryReads entries;
  private final Valuation valuation;
  private final Milestones milestones;
  private final GoalSources sources;
  private final Clock clock;

  ProgressReads(
      FollowedGoals goals,
      EntryReads entries,
      Valuation valuation,
      Milestones milestones,
      GoalSources sources,
      Clock clock) {
    this.goals = goals;
    this.entries = entries;
    this.valuation = valuation;
    this.milestones = milestones;
    this.sources = sources;
    this.clock = clock;
  }

  /** Goals that are followed, by id. */
  Page<ProgressView> list(GoalFilter filter, PageRequest page) {
    return Page.of(views(goals.list(filter, page)), page, view -> Cursor.of(view.goalId()));
  }

  /** One goal, cancelled or not. */
  Optional<ProgressView> find(String goalId) {
    return goals.find(goalId).map(found -> views(List.of(found)).getFirst());
  }

  /**
   * The entries of a goal, in their order; those of colleagues only for who may see their rows.
   *
   * @return empty when the goal itself is not visible
   */
  Optional<Page<EntryView>> entries(String goalId, PageRequest page) {
    return goals.find(goalId).map(found -> entries.all(found.goalNo(), page));
  }

  private List<ProgressView> views(List<Found> rows) {
    Instant now = clock.instant();
    List<Long> goalNos = rows.stream().map(Found::goalNo).toList();
    Map<Long, List<Milestone>> byGoal = milestones.of(goalNos);
    Map<Long, Instant> complete = sources.completeUntil(goalNos);
    List<Measured> measured = valuation.of(rows.stream().map(Found::followed).toList(), now);
    List<ProgressView> views = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Found row = rows.get(i);
      List<Milestone> own = byGoal.getOrDefault(row.goalNo(), List.of());
      Instant until = complete.get(row.goalNo());
      views.add(ProgressView.of(row.followed(), row.told(), measured.get(i), own, until, now));
    }
    return views;
  }
}
