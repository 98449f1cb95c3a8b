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
 * @param numerator SUM, AVERAGE, RATIO: the value; COUNT: how many; LATEST: the value; for a
 *     DISTINCT_COUNT 1
 * @param denominator AVERAGE and RATIO: what the numerator is divided by; LATEST: 1 while in force;
 *     DISTINCT_COUNT: 1 when the key was seen before the goal's period, which only {@code
 *     firstEver} metrics ask
 * @param key DISTINCT_COUNT: what is counted once
 * @param sample level metrics: 1 if it belongs to the sample
 * @param divisible whether a share of the sale adds that part; otherwise any share adds the whole,
 *     once
 */
public record Contribution(
    BigDecimal numerator,
    @Nullable BigDecimal denominator,
    @Nullable String key,
    int sample,
    boolean divisible) {
  private static final int PART_SCALE = 2 * Digits.FRACTION;

  /** Of a SUM: the value; of a COUNT: 1. */
  public static Contribution sum(BigDecimal value) {
    return new Contribution(value, null, null, 0, true);
  }

  /** Of an AVERAGE. */
  public static Contribution average(BigDecimal value) {
    return new Contribution(value, BigDecimal.ONE, null, 1, true);
  }

  /**
   * Of a RATIO.
   *
   * @param below null when the sale is not in the denominator
   */
  static Contribution ratio(BigDecimal above, @Nullable BigDecimal below) {
    return new Contribution(
        above, below == null ? BigDecimal.ZERO : below, null, below == null ? 0 : 1, true);
  }

  /** Of a LATEST. */
  public static Contribution latest(BigDecimal value) {
    return new Contribution(value, BigDecimal.ONE, null, 1, false);
  }

  /** Of a DISTINCT_COUNT. */
  public static Contribution key(String key) {
    return new Contribution(BigDecimal.ONE, null, key, 0, false);
  }

  /** That a key turns out to have been seen before the goal's period (1), or not (-1). */
  public static Contribution seenBefore(String key, int change) {
    return new Contribution(BigDecimal.ZERO, BigDecimal.valueOf(change), key, 0, false);
  }

  /** The same key, told that it was seen before the goal's period. */
  public Contribution markedAsSeen() {
    return new Contribution(numerator, BigDecimal.ONE, key, sample, divisible);
  }

  /**
   * What changes when another share of it counts than before. Rounded is what counts, not the
   * difference; so the changes of one credit add up to what is left of it, and to exactly 0 in the
   * end. What cannot be divided changes only when the share begins or ceases to be.
   */
  public Contribution change(BigDecimal before, BigDecimal after) {
    int turn = after.signum() - before.signum();
    BigDecimal below = denominator;
    return new Contribution(
        change(numerator, before, after, turn),
        below == null ? null : change(below, before, after, turn),
        key,
        sample * turn,
        divisible);
  }

  /** Whether it leaves a goal as it is and need not be booked. */
  public boolean isNothing() {
    return !divisible && numerator.signum() == 0 && sample == 0 && isZero(denominator);
  }

  private BigDecimal change(BigDecimal whole, BigDecimal before, BigDecimal after, int turn) {
    return divisible
        ? part(whole, after).subtract(part(whole, before))
        : whole.multiply(BigDecimal.valueOf(turn));
  }

  private static BigDecimal part(BigDecimal whole, BigDecimal share) {
    if (share.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return Digits.rounded(whole.multiply(share), PART_SCALE);
  }

  private static boolean isZero(@Nullable BigDecimal number) {
    return number == null || number.signum() == 0;
  }
}
