package dev.milepost.incentive.goal;

import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The newest crossing of one threshold.
 *
 * @param threshold the attainment that was crossed
 * @param cycle number of the crossing, from 1
 * @param reached what was told when it was reached; absent when only its end is known so far
 * @param reverted whether it no longer holds
 */
public record Crossing(
    @Ratio BigDecimal threshold, int cycle, @Nullable MilestoneReached reached, boolean reverted) {

  static final Comparator<Crossing> BY_THRESHOLD = Comparator.comparing(Crossing::threshold);

  boolean isSameThreshold(Crossing other) {
    return threshold.compareTo(other.threshold) == 0;
  }

  /** The higher cycle wins; of the same cycle, an end stays an end. */
  Crossing merged(Crossing other) {
    if (cycle != other.cycle) {
      return cycle > other.cycle ? this : other;
    }
    return new Crossing(
        threshold, cycle, reached != null ? reached : other.reached, reverted || other.reverted);
  }
}
