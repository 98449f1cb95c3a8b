package dev.milepost.incentive.goal;

import dev.milepost.contract.Event;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.ProgressRecorded;
import java.util.Optional;

/**
 * Something told about a goal that pay may depend on.
 *
 * @param goalId the goal
 * @param event what was told
 */
public record GoalFact(String goalId, Event event) {

  /** The fact in an event, if there is one for pay. */
  public static Optional<GoalFact> in(Event event) {
    return switch (event) {
      case GoalSnapshot goal -> Optional.of(new GoalFact(goal.goalId(), event));
      case ProgressRecorded progress -> Optional.of(new GoalFact(progress.goalId(), event));
      case MilestoneReached reached -> Optional.of(new GoalFact(reached.goalId(), event));
      case MilestoneReverted reverted -> Optional.of(new GoalFact(reverted.goalId(), event));
      default -> Optional.empty();
    };
  }

  /** The standing with this fact taken in. */
  public GoalStanding toldTo(GoalStanding standing) {
    return switch (event) {
      case GoalSnapshot goal -> standing.with(goal);
      case ProgressRecorded progress -> standing.with(progress);
      case MilestoneReached reached -> standing.with(reached);
      case MilestoneReverted reverted -> standing.with(reverted);
      default -> standing;
    };
  }
}
