package dev.milepost.tracking.milestone;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.TrackedGoal;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where a goal stands at the end of a transaction.
 *
 * @param goal the goal
 * @param actual its value, in the metric's unit
 * @param sequence its last entry
 * @param earliest when the earliest of the new entries occurred; {@link Instant#MAX} when there are
 *     none
 * @param cause why its value is what it is now
 */
public record Standing(
    TrackedGoal goal, BigDecimal actual, long sequence, Instant earliest, Cause cause) {

  BigDecimal target() {
    return snapshot().current().target();
  }

  GoalSnapshot snapshot() {
    return goal.snapshot();
  }
}
