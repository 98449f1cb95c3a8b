package dev.milepost.tracking.milestone;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalAchieved;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is told of a goal's crossings. */
final class MilestoneEvents {
  private final Standing standing;

  MilestoneEvents(Standing standing) {
    this.standing = standing;
  }

  /** A milestone that the goal does not name is told to nobody. */
  List<OutgoingEvent> reached(Milestone milestone, Crossing crossing) {
    String id = milestone.crossingId(standing.goal().goalId());
    return milestone.declared()
        ? List.of(
            event(EventType.MILESTONE_REACHED, id + ":reached", reached(id, milestone, crossing)))
        : List.of();
  }

  /** That the goal is achieved, by the crossing of attainment 1. */
  OutgoingEvent achieved(Milestone milestone, Instant achievedAt) {
    String id = milestone.crossingId(standing.goal().goalId());
    return event(EventType.GOAL_ACHIEVED, id + ":achieved", achieved(id, achievedAt));
  }

  List<OutgoingEvent> reverted(Milestone milestone, Instant now) {
    if (!milestone.declared()) {
      return List.of();
    }
    String id = milestone.crossingId(standing.goal().goalId());
    MilestoneReverted reverted =
        new MilestoneReverted(
            id,
            standing.goal().goalId(),
            standing.snapshot().owner(),
            milestone.threshold(),
            milestone.cycle(),
            now,
            standing.actual(),
            standing.attainment(),
            standing.sequence());
    return List.of(event(EventType.MILESTONE_REVERTED, id + ":reverted", reverted));
  }

  private MilestoneReached reached(String id, Milestone milestone, Crossing crossing) {
    return new MilestoneReached(
        id,
        standing.goal().goalId(),
        crossing.goalVersion(),
        standing.snapshot().owner(),
        standing.snapshot().metric().key(),
        standing.snapshot().period().label(),
        milestone.threshold(),
        milestone.cycle(),
        milestone.dueAt(),
        crossing.reachedAt(),
        crossing.recordedAt(),
        actual(),
        attainment(),
        standing.sequence());
  }

  private GoalAchieved achieved(String id, Instant achievedAt) {
    return new GoalAchieved(
        id,
        standing.goal().goalId(),
        standing.snapshot().owner(),
        standing.snapshot().metric().key(),
        standing.snapshot().period().label(),
        achievedAt,
        actual(),
        attainment());
  }

  private BigDecimal actual() {
    return Objects.requireNonNull(standing.actual(), "what is reached has a value");
  }

  private BigDecimal attainment() {
    return Objects.requireNonNull(standing.attainment(), "what is reached has an attainment");
  }

  private OutgoingEvent event(EventType type, String id, Event data) {
    return new OutgoingEvent(type, standing.goal().goalId(), id, data, standing.cause());
  }
}
