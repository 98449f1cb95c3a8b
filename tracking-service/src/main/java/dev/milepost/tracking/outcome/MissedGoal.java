package dev.milepost.tracking.outcome;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;

/**
 * A goal that might have counted an event and did not.
 *
 * @param goalId the goal
 * @param owner whose goal it is
 * @param metric key of its metric
 * @param metricVersion version of the metric
 * @param period label of its period
 * @param reason the first condition that failed
 */
public record MissedGoal(
    String goalId,
    Owner owner,
    String metric,
    int metricVersion,
    String period,
    ReasonView reason) {

  static MissedGoal of(GoalSnapshot goal, ReasonView reason) {
    return new MissedGoal(
        goal.goalId(),
        goal.owner(),
        goal.metric().key(),
        goal.metric().version(),
        goal.period().label(),
        reason);
  }
}
