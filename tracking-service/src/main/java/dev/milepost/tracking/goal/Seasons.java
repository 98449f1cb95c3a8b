package dev.milepost.tracking.goal;

import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.Period;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.goal.SeasonRows.Task;
import dev.milepost.tracking.pace.SeasonalCurve;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the way of a goal's owner went on in comparable periods: after the goal's
 * back-fill, and once more when its period begins, if it was told before that. What is found then
 * stays, as a target does, whatever comes to light of the past later.
 */
@ApplicationScoped
class Seasons {
  private final Catalogues catalogues;
  private final Goals goals;
  private final SeasonRows rows;
  private final SeasonChunk chunk;
  private final Replanning replanning;
  private final Clock clock;

  Seasons(
      Catalogues catalogues,
      Goals goals,
      SeasonRows rows,
      SeasonChunk chunk,
      Replanning replanning,
      Clock clock) {
    this.catalogues = catalogues;
    this.goals = goals;
    this.rows = rows;
    this.chunk = chunk;
    this.replanning = replanning;
    this.clock = clock;
  }

  /** A goal whose owner's past is known now, and was not, or otherwise. */
  record Found(long goalNo, String goalId) {}

  /** What a step came to. */
  record Step(boolean worked, @Nullable Found found) {
    static final Step NOTHING = new Step(false, null);
    static final Step ONWARDS = new Step(true, null);
  }

  /** The past of a goal that asks for it is looked through, if that makes sense. */
  void follow(TrackedGoal goal) {
    Aggregation aggregation = goal.snapshot().metric().aggregation();
    boolean addsUp = aggregation == Aggregation.SUM || aggregation == Aggregation.COUNT;
    if (addsUp && goal.snapshot().profile() == Profile.SEASONAL) {
      rows.follow(goal.no(), clock.instant());
    }
  }

  /** Looks through the next credits of the next goal that is due. */
  @Transactional
  Step next() {
    var catalogue = catalogues.shared();
    Optional<Task> due = rows.next(clock.instant());
    if (due.isEmpty()) {
      return Step.NOTHING;
    }
    Task task = due.orElseThrow();
    Optional<TrackedGoal> goal = catalogue.goal(task.goalNo());
    if (goal.isEmpty()) {
      rows.settle(task.goalNo(), null);
      return Step.ONWARDS;
    }
    return next(goal.orElseThrow(), task);
  }

  private Step next(TrackedGoal goal, Task task) {
    List<Period> periods = chunk.periods(goal, task);
    if (SeasonChunk.areTooFew(periods)) {
      settle(goal);
      return Step.ONWARDS;
    }
    PastSales past = chunk.past(goal, periods, task);
    Task after = chunk.next(goal, past, task);
    rows.save(after);
    if (!after.isComplete()) {
      return Step.ONWARDS;
    }
    if (Objects.equals(past.curve().orElse(null), goal.season())) {
      settle(goal);
      return Step.ONWARDS;
    }
    return new Step(true, new Found(goal.no(), goal.goalId()));
  }

  /** Lets what was found take effect. Nobody else counts meanwhile: more is expected, or less. */
  @Transactional
  void takeEffect(Found found) {
    catalogues.change();
    TrackedGoal goal = goals.find(found.goalId()).orElseThrow();
    rows.lock(found.goalNo())
        .filter(Task::isComplete)
        .ifPresent(
            task -> {
              Optional<SeasonalCurve> curve =
                  chunk.past(goal, chunk.periods(goal, task), task).curve();
              TrackedGoal seasoned = goal.seasoned(curve.orElse(null));
              Instant now = clock.instant();
              goals.putSeason(seasoned, now);
              replanning.plan(seasoned, now);
              settle(goal);
            });
  }

  private void settle(TrackedGoal goal) {
    Instant start = goal.snapshot().period().start();
    rows.settle(goal.no(), clock.instant().isBefore(start) ? start : null);
  }
}
