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
import org.jspecify.annotations.Nullable;

/** Keeps the milestones of all goals; the caller holds the locks of the goals concerned. */
@ApplicationScoped
public class Milestones {
  private final MilestoneRows rows;

  Milestones(MilestoneRows rows) {
    this.rows = rows;
  }

  /** Gives a goal the milestones of the version in force. */
  public void plan(TrackedGoal goal) {
    List<Milestone> existing = rows.of(List.of(goal.no())).getOrDefault(goal.no(), List.of());
    rows.put(
        MilestonePlan.of(goal.snapshot(), existing).stream()
            .map(milestone -> new Owned(goal.no(), milestone))
            .toList());
  }

  /** The milestones of each goal, by rising threshold. */
  public Map<Long, List<Milestone>> of(Collection<Long> goalNos) {
    return rows.of(goalNos);
  }

  /**
   * Reaches and reverts milestones according to where goals stand now, and corrects the dates of
   * reached ones when something earlier came to light.
   *
   * @return what to tell the suite
   */
  public List<OutgoingEvent> settle(
      Collection<Standing> standings, CrossingDates dates, Instant now) {
    if (standings.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Milestone>> milestones =
        rows.of(standings.stream().map(standing -> standing.goal().no()).toList());
    List<Step> steps = new ArrayList<>();
    for (Standing standing : standings) {
      for (Milestone milestone : milestones.getOrDefault(standing.goal().no(), List.of())) {
        Step.of(standing, milestone).ifPresent(steps::add);
      }
    }
    Map<Bar, Instant> found = dates.find(steps.stream().flatMap(Step::asks).distinct().toList());
    List<Owned> changed = new ArrayList<>();
    List<OutgoingEvent> events = new ArrayList<>();
    for (Step step : steps) {
      Milestone after = after(step, found.get(step.bar()), now);
      changed.add(new Owned(step.standing().goal().no(), after));
      events.addAll(step.events(after, now));
    }
    rows.put(changed);
    return events;
  }

  private static Milestone after(Step step, @Nullable Instant date, Instant now) {
    Milestone milestone = step.milestone();
    return switch (step.kind()) {
      case REVERTED -> milestone.reverted();
      case REACHED ->
          milestone.reached(
              new Crossing(
                  step.bar().value(),
                  step.standing().snapshot().current().version(),
                  Objects.requireNonNull(date, "a value that was reached was crossed"),
                  now));
      case REDATED -> {
        Crossing old = Objects.requireNonNull(milestone.crossing());
        yield milestone.redated(
            new Crossing(
                old.bar(),
                old.goalVersion(),
                date == null ? old.reachedAt() : date,
                old.recordedAt()));
      }
    };
  }

  static BigDecimal bar(Standing standing, Milestone milestone) {
    Crossing crossing = milestone.crossing();
    return crossing == null
        ? Attainment.bar(milestone.threshold(), standing.target())
        : crossing.bar();
  }
}
