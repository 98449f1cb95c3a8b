package dev.milepost.tracking.catalogue;

import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a sale, or a share of it, adds to a goal, in the layout that serves every aggregation.
 *
 * <p>Rounding: the whole of a sale has at most {@link Digits#FRACTION} digits after the point, a
 * part of it twice as many, HALF_EVEN. A share has no more digits than an amount, so the shares of
 * a sale are never rounded and add up to exactly the whole; nor is what is left of them when an
 * amount of the sale was taken back and the metric counts that amount.
 *
 * @param numerator SUM: the value; COUNT: how many
 * @param denominator AVERAGE and RATIO: what the numerator is divided by
 * @param key DISTINCT_COUNT: what is counted once
 */
public record Contribution(
    BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable String key) {
  private static final int PART_SCALE = 2 * Digits.FRACTION;

  /**
   * What changes when another share of it counts than before. Rounded is what counts, not the
   * difference; so the changes of one credit add up to what is left of it, and to exactly 0 in the
   * end.
   */
  public Contribution change(BigDecimal before, BigDecimal after) {
    return new Contribution(
        change(numerator, before, after),
        denominator == null ? null : change(denominator, before, after),
        key);
  }

  private static BigDecimal change(BigDecimal whole, BigDecimal before, BigDecimal after) {
    return part(whole, after).subtract(part(whole, before));
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal share) {
    return Digits.rounded(whole.multiply(share), PART_SCALE);
  }
}
