package dev.milepost.tracking.milestone;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.pace.Way;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a goal stands at the end of a transaction.
 *
 * @param goal the goal
 * @param actual its value, in the metric's unit; null while a level has none
 * @param attainment its attainment; null while there is none
 * @param sequence its last entry
 * @param earliest when the earliest of the new entries occurred; {@link Instant#MAX} when there are
 *     none
 * @param cause why its value is what it is now
 */
public record Standing(
    TrackedGoal goal,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal attainment,
    long sequence,
    Instant earliest,
    Cause cause) {

  BigDecimal target() {
    return snapshot().current().target();
  }

  GoalSnapshot snapshot() {
    return goal.snapshot();
  }

  /** Whether the version in force names this milestone. */
  boolean asksFor(Milestone milestone) {
    return snapshot().current().milestones().stream()
        .anyMatch(named -> named.threshold().compareTo(milestone.threshold()) == 0);
  }

  boolean isTimed() {
    return Way.of(snapshot().metric()).isTimed();
  }

  boolean isAchieved() {
    return attainment != null && attainment.compareTo(BigDecimal.ONE) >= 0;
  }

  /** The same goal with the value of another moment. */
  Standing with(@Nullable BigDecimal value, @Nullable BigDecimal done) {
    return new Standing(goal, value, done, sequence, earliest, cause);
  }
}
