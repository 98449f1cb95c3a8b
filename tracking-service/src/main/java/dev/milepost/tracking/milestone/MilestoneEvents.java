package dev.milepost.tracking.milestone;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalAchieved;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.pace.Attainment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told of a goal's crossings. */
final class MilestoneEvents {
  private final Standing standing;
  private final BigDecimal attainment;

  MilestoneEvents(Standing standing) {
    this.standing = standing;
    this.attainment = Attainment.of(standing.actual(), standing.target());
  }

  /**
   * A milestone the goal does not name is told only as the goal's achievement, and that only once.
   *
   * @param achieved whether the goal's achievement was told before
   */
  List<OutgoingEvent> reached(Milestone milestone, Crossing crossing, boolean achieved) {
    String id = milestone.crossingId(standing.goal().goalId());
    List<OutgoingEvent> events = new ArrayList<>();
    if (milestone.declared()) {
      events.add(
          event(EventType.MILESTONE_REACHED, id + ":reached", reached(id, milestone, crossing)));
    }
    if (milestone.isTarget() && !achieved) {
      events.add(event(EventType.GOAL_ACHIEVED, id + ":achieved", achieved(id, crossing)));
    }
    return events;
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
            attainment,
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
        standing.actual(),
        attainment,
        standing.sequence());
  }

  private GoalAchieved achieved(String id, Crossing crossing) {
    return new GoalAchieved(
        id,
        standing.goal().goalId(),
        standing.snapshot().owner(),
        standing.snapshot().metric().key(),
        standing.snapshot().period().label(),
        crossing.reachedAt(),
        standing.actual(),
        attainment);
  }

  private OutgoingEvent event(EventType type, String id, Event data) {
    return new OutgoingEvent(type, standing.goal().goalId(), id, data, standing.cause());
  }
}
