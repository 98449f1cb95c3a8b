package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.tracking.progress.GoalHistory.Course;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What changed what is believed of a goal, between two moments. */
@ApplicationScoped
class ChangeReads {
  private final FollowedGoals goals;
  private final GoalHistory history;
  private final PastProgress past;
  private final EntryReads entries;
  private final Clock clock;

  ChangeReads(
      FollowedGoals goals,
      GoalHistory history,
      PastProgress past,
      EntryReads entries,
      Clock clock) {
    this.goals = goals;
    this.history = history;
    this.past = past;
    this.entries = entries;
    this.clock = clock;
  }

  /**
   * What changed after {@code from} and up to {@code to}; entries of colleagues only for who may
   * see their rows.
   *
   * @return empty when the goal itself is not visible
   */
  Optional<ProgressChanges> find(
      String goalId, @Nullable Instant from, @Nullable Instant to, PageRequest page) {
    Interval interval = Interval.of(from, to, clock.instant());
    return goals.find(goalId).map(goal -> changes(goal.followed(), interval, page));
  }

  private ProgressChanges changes(Followed goal, Interval interval, PageRequest page) {
    Course course = history.of(goal.account().goalNo());
    ProgressView after = past.at(goal, course, interval.to());
    ProgressView before =
        course.begin().isAfter(interval.from()) ? null : past.at(goal, course, interval.from());
    List<GoalVersionView> versions =
        course.versions().stream()
            .filter(known -> interval.contains(known.since()))
            .map(GoalVersionView::of)
            .toList();
    Page<EntryView> found = entries(goal, before == null, interval, page);
    return new ProgressChanges(
        goal.goal().goalId(),
        interval.from(),
        interval.to(),
        before,
        after,
        versions,
        found.items(),
        found.next());
  }

  /** All of them if the goal was not known before; of a level also those that its window met. */
  private Page<EntryView> entries(
      Followed goal, boolean isNew, Interval interval, PageRequest page) {
    long goalNo = goal.account().goalNo();
    GoalSnapshot snapshot = goal.goal();
    return isNew || snapshot.metric().aggregation().isFlow()
        ? entries.recorded(goalNo, isNew ? null : interval.from(), interval.to(), page)
        : entries.changed(
            goalNo,
            interval,
            Window.of(goalNo, snapshot, interval.from(), false),
            Window.of(goalNo, snapshot, interval.to(), false),
            page);
  }
}
