package dev.milepost.tracking.milestone;

import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.milestone.MilestoneRows.Owned;
import dev.milepost.tracking.milestone.RedatingRows.Pending;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Corrects the dates of reached milestones when something earlier came to light, and when a goal is
 * settled has them evaluated anew, since they may rest on other sales now though the date is the
 * same. That takes all lines of a goal, and sales that arrive in disorder would ask for it in every
 * batch; so it is done beside the batches, when nothing is booked to a goal any more; one that is
 * busy for long is looked at now and then, see {@link Calm}.
 *
 * <p>A milestone whose bar turns out to have been crossed only after the goal's target was raised
 * is held to that target from then on, and reverted if the goal does not stand there; but not while
 * something is being booked to the goal, which may yet bring the date back.
 *
 * <p>Dates are found without any lock. Then the accounts are locked, the dates written while nobody
 * plans the milestones anew, and a goal is settled if nothing was booked to it meanwhile; else its
 * dates were right a moment ago, and it stays in doubt.
 */
@ApplicationScoped
class Redating {
  /** How many lines are looked through in one go: a fraction of a second. */
  private static final long LINES = 100_000;

  private final RedatingRows rows;
  private final MilestoneRows milestones;
  private final CrossingDates dates;
  private final Catalogues catalogues;
  private final Goals goals;
  private final Revaluation revaluation;
  private final Clock clock;
  private final Calm calm = new Calm();

  Redating(
      RedatingRows rows,
      MilestoneRows milestones,
      CrossingDates dates,
      Catalogues catalogues,
      Goals goals,
      Revaluation revaluation,
      Clock clock) {
    this.rows = rows;
    this.milestones = milestones;
    this.dates = dates;
    this.catalogues = catalogues;
    this.goals = goals;
    this.revaluation = revaluation;
    this.clock = clock;
  }

  /** A reached milestone of a goal in doubt. */
  private record Reached(Pending goal, Milestone milestone) {
    Bar bar() {
      return new Bar(goal.goalNo(), goal.ofKeys(), crossing().bar());
    }

    boolean isInDoubt() {
      return !crossing().reachedAt().isBefore(goal.earliest());
    }

    boolean isDated(Instant date) {
      return crossing().reachedAt().equals(date);
    }

    Owned owned() {
      return new Owned(goal.goalNo(), milestone);
    }

    Owned redated(Instant date) {
      Crossing old = crossing();
      Crossing corrected = new Crossing(old.bar(), old.goalVersion(), date, old.recordedAt());
      return new Owned(goal.goalNo(), milestone.redated(corrected));
    }

    Owned heldTo(Version version) {
      return new Owned(goal.goalNo(), milestone.heldTo(version));
    }

    private Crossing crossing() {
      return Objects.requireNonNull(milestone.crossing());
    }
  }

  @Scheduled(
      every = "${milepost.sweep.redating:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    List<Long> next = calm.next(rows.inDoubt(), LINES);
    if (!next.isEmpty()) {
      List<Pending> pending = rows.of(next);
      Map<Bar, Instant> found = dates.find(reached(pending).map(Reached::bar).toList());
      QuarkusTransaction.requiringNew().run(() -> write(pending, found));
    }
  }

  private void write(List<Pending> seen, Map<Bar, Instant> found) {
    Catalogue catalogue = catalogues.shared();
    Instant now = clock.instant();
    List<Pending> locked = rows.lock(seen.stream().map(Pending::goalNo).toList());
    List<Reached> reached = reached(locked).toList();
    List<Owned> changed = new ArrayList<>();
    Map<Long, TrackedGoal> raised = new TreeMap<>();
    for (Reached one : reached) {
      Instant date = found.get(one.bar());
      if (date != null && !one.isDated(date)) {
        if (!one.goal().open() || !isAfterItsTarget(one, date)) {
          changed.add(one.redated(date));
        } else if (seen.contains(one.goal())) {
          TrackedGoal goal = catalogue.goal(one.goal().goalNo()).orElseThrow();
          changed.add(one.heldTo(goal.snapshot().current()));
          raised.put(goal.no(), goal);
        }
      }
    }
    milestones.put(changed, now);
    milestones.evaluateAgain(changed);
    milestones.evaluateAgain(
        reached.stream()
            .filter(one -> seen.contains(one.goal()) && one.isInDoubt())
            .map(Reached::owned)
            .toList());
    Map<Boolean, List<Long>> isSettled =
        locked.stream()
            .collect(
                Collectors.partitioningBy(
                    goal -> seen.contains(goal) && !raised.containsKey(goal.goalNo()),
                    Collectors.mapping(Pending::goalNo, Collectors.toList())));
    rows.settled(Objects.requireNonNull(isSettled.get(true)));
    rows.postpone(Objects.requireNonNull(isSettled.get(false)), now);
    raised.values().forEach(goal -> revaluation.revalue(goal, now));
  }

  /** Whether the bar was crossed only when more was asked for than that. */
  private boolean isAfterItsTarget(Reached one, Instant date) {
    return goals
        .asksForMoreSince(one.goal().goalNo(), one.milestone().threshold(), one.bar().value())
        .filter(since -> !date.isBefore(since))
        .isPresent();
  }

  private Stream<Reached> reached(List<Pending> goals) {
    Map<Long, List<Milestone>> found = milestones.of(goals.stream().map(Pending::goalNo).toList());
    return goals.stream()
        .flatMap(
            goal ->
                found.getOrDefault(goal.goalNo(), List.of()).stream()
                    .filter(milestone -> milestone.crossing() != null)
                    .map(milestone -> new Reached(goal, milestone)));
  }
}
