package dev.milepost.goals.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a goal ended.
 *
 * @param outcome the verdict
 * @param attainment how much of the way was done; absent when it was not measured
 * @param actual the value reached, in the metric's unit; absent when it was not measured
 * @param at when it was closed
 */
public record GoalResult(
    GoalSnapshot.Outcome outcome,
    @Nullable @Ratio BigDecimal attainment,
    @Nullable BigDecimal actual,
    Instant at) {

  /** The verdict over a final attainment: 1 or more is achieved, none is not measured. */
  static GoalResult of(@Nullable BigDecimal attainment, @Nullable BigDecimal actual, Instant now) {
    if (attainment == null) {
      return new GoalResult(GoalSnapshot.Outcome.NOT_MEASURED, null, actual, now);
    }
    boolean achieved = attainment.compareTo(BigDecimal.ONE) >= 0;
    return new GoalResult(
        achieved ? GoalSnapshot.Outcome.ACHIEVED : GoalSnapshot.Outcome.MISSED,
        attainment,
        actual,
        now);
  }
}
