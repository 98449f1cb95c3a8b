package dev.milepost.incentive.entitlement;

import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.runtime.event.Cause;

/**
 * A goal of which something is new.
 *
 * @param goal how it stands
 * @param cause the newest thing that led to it
 */
record Unsettled(GoalStanding goal, Cause cause) {

  String goalId() {
    return goal.goalId();
  }
}
