package dev.milepost.tracking.sale;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How large and how exact the numbers of a sale may be. What is computed with them is kept exact or
 * rounded to a stated number of digits, so that nothing is told that nobody can read.
 */
public final class Digits {
  /** Most digits after the point of an amount, a quantity, a share or a metric's result. */
  public static final int FRACTION = 18;

  /** Most digits before the point of an amount or a quantity. */
  public static final int INTEGER = 20;

  private Digits() {}

  /** The number as it is, or rounded if it has more digits after the point than that. */
  public static BigDecimal rounded(BigDecimal number, int scale) {
    return number.scale() > scale ? number.setScale(scale, RoundingMode.HALF_EVEN) : number;
  }

  /** How many digits stand before the point; none for 0.1. */
  public static long integerDigits(BigDecimal number) {
    return number.signum() == 0 ? 0 : (long) number.precision() - number.scale();
  }

  /** Whether a number is small and short enough to be counted. */
  public static boolean fits(BigDecimal number) {
    return integerDigits(number) <= INTEGER
        && (number.scale() <= FRACTION || number.stripTrailingZeros().scale() <= FRACTION);
  }
}
