package dev.milepost.tracking.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a sale, or a share of it, adds to a goal, in the layout that serves every aggregation.
 *
 * @param numerator SUM: the value; COUNT: how many
 * @param denominator AVERAGE and RATIO: what the numerator is divided by
 * @param key DISTINCT_COUNT: what is counted once
 */
public record Contribution(
    BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable String key) {

  /** The part of it that a share stands for, exact. */
  public Contribution times(BigDecimal share) {
    return new Contribution(
        numerator.multiply(share), denominator == null ? null : denominator.multiply(share), key);
  }
}
