package dev.milepost.tracking.milestone;

import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.milestone.MilestoneRows.Owned;
import dev.milepost.tracking.pace.Attainment;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the milestones of all goals; the caller holds the locks of the goals concerned. */
@ApplicationScoped
public class Milestones {
  private final MilestoneRows rows;
  private final RedatingRows redating;

  Milestones(MilestoneRows rows, RedatingRows redating) {
    this.rows = rows;
    this.redating = redating;
  }

  /** Gives goals the milestones of their version in force, dated by where they should be. */
  public void plan(Collection<TrackedGoal> goals, Instant now) {
    Map<Long, List<Milestone>> existing = rows.of(goals.stream().map(TrackedGoal::no).toList());
    List<Owned> planned = new ArrayList<>();
    for (TrackedGoal goal : goals) {
      List<Milestone> old = existing.getOrDefault(goal.no(), List.of());
      MilestonePlan.of(goal.snapshot(), goal.path(), old)
          .forEach(milestone -> planned.add(new Owned(goal.no(), milestone)));
    }
    rows.put(planned, now);
  }

  /** The milestones of each goal, by rising threshold. */
  public Map<Long, List<Milestone>> of(Collection<Long> goalNos) {
    return rows.of(goalNos);
  }

  /** The milestones of a goal as they were known at a moment, by rising threshold. */
  public List<Milestone> knownAt(long goalNo, Instant moment) {
    return rows.knownAt(goalNo, moment);
  }

  /** When the next milestone of each goal is to be tested; goals without one are not there. */
  public Map<Long, Instant> nextDue(Collection<Long> goalNos) {
    return rows.nextDue(goalNos);
  }

  /**
   * Reaches and reverts milestones according to where goals stand now. When something earlier came
   * to light, the dates of reached ones are looked at again later, see {@link Redating}. Those of
   * goals that time alone may change are tested, see {@link DueTest}.
   *
   * @return what to tell the suite
   */
  public List<OutgoingEvent> settle(
      Collection<Standing> standings, CrossingDates dates, PastValues past, Instant now) {
    if (standings.isEmpty()) {
      return List.of();
    }
    List<Step> steps = steps(standings.stream().filter(one -> !one.isTimed()).toList());
    List<DueTest> tests = tests(standings.stream().filter(Standing::isTimed).toList(), now);
    redating.note(
        steps.stream()
            .filter(step -> step.kind() == Step.Kind.REDATED)
            .map(Step::standing)
            .distinct()
            .collect(Collectors.toMap(standing -> standing.goal().no(), Standing::earliest)),
        now);
    steps.removeIf(step -> step.kind() == Step.Kind.REDATED);
    List<Owned> changed = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    take(steps, dates, now, changed, events);
    List<Owned> confirmed = new ArrayList<>();
    take(tests, past, now, changed, confirmed, events);
    rows.put(changed, now);
    rows.evaluateAgain(confirmed);
    return events;
  }

  private List<Step> steps(List<Standing> standings) {
    Map<Long, List<Milestone>> affected = rows.affectedBy(standings);
    return standings.stream()
        .flatMap(
            standing ->
                affected.getOrDefault(standing.goal().no(), List.of()).stream()
                    .flatMap(milestone -> Step.of(standing, milestone).stream()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<DueTest> tests(List<Standing> standings, Instant now) {
    Map<Long, List<Milestone>> milestones =
        rows.of(standings.stream().map(standing -> standing.goal().no()).toList());
    return standings.stream()
        .flatMap(
            standing ->
                DueTest.of(standing, milestones.getOrDefault(standing.goal().no(), List.of()), now))
        .toList();
  }

  /**
   * Decides whether goals that time alone may change are achieved, by the attainment they close
   * with.
   */
  public List<OutgoingEvent> close(Collection<Standing> closing, Instant now) {
    List<Standing> achieved =
        closing.stream().filter(Standing::isTimed).filter(Standing::isAchieved).toList();
    if (achieved.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Milestone>> milestones =
        rows.of(achieved.stream().map(standing -> standing.goal().no()).toList());
    List<Owned> changed = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    for (Standing standing : achieved) {
      milestones.getOrDefault(standing.goal().no(), List.of()).stream()
          .filter(milestone -> milestone.isTarget() && !milestone.achieved())
          .map(milestone -> milestone.achievedAtClose(crossingAtClose(standing, now)))
          .forEach(
              milestone -> {
                changed.add(new Owned(standing.goal().no(), milestone));
                events.add(
                    new MilestoneEvents(standing)
                        .achieved(milestone, standing.snapshot().period().end()));
              });
    }
    rows.put(changed, now);
    return events;
  }

  private static Crossing crossingAtClose(Standing standing, Instant now) {
    Instant end = standing.snapshot().period().end();
    return new Crossing(standing.target(), standing.snapshot().current().version(), end, now);
  }

  private static void take(
      List<Step> steps,
      CrossingDates dates,
      Instant now,
      List<Owned> changed,
      List<OutgoingEvent> events) {
    Map<Bar, Instant> found = dates.find(steps.stream().flatMap(Step::asks).distinct().toList());
    for (Step step : steps) {
      Milestone after = after(step, found.get(step.bar()), now);
      changed.add(new Owned(step.standing().goal().no(), after));
      events.addAll(step.events(after, now));
    }
  }

  private static void take(
      List<DueTest> tests,
      PastValues past,
      Instant now,
      List<Owned> changed,
      List<Owned> confirmed,
      List<OutgoingEvent> events) {
    List<Optional<BigDecimal>> values = past.at(tests.stream().map(DueTest::moment).toList());
    for (int i = 0; i < tests.size(); i++) {
      DueTest test = tests.get(i);
      DueTest.Result result = test.by(values.get(i).orElse(null), now);
      Owned after = new Owned(test.standing().goal().no(), result.after());
      if (!result.after().equals(test.milestone())) {
        changed.add(after);
      } else if (result.after().crossing() != null) {
        confirmed.add(after);
      }
      events.addAll(result.events());
    }
  }

  private static Milestone after(Step step, @Nullable Instant date, Instant now) {
    Milestone milestone = step.milestone();
    return switch (step.kind()) {
      case REVERTED -> milestone.reverted(step.standing().asksFor(milestone));
      case REACHED ->
          milestone.reached(
              new Crossing(
                  step.bar().value(),
                  step.standing().snapshot().current().version(),
                  Objects.requireNonNull(date, "a value that was reached was crossed"),
                  now));
      case REDATED -> milestone;
    };
  }

  static BigDecimal bar(Standing standing, Milestone milestone) {
    Crossing crossing = milestone.crossing();
    return crossing == null
        ? Attainment.bar(milestone.threshold(), standing.target())
        : crossing.bar();
  }
}
