package dev.milepost.tracking.exchange;

import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A version of an exchange rate, as it converts one way.
 *
 * @param no our number of the version
 * @param value as it was imported
 * @param inverse whether it was imported for the other direction
 */
record Rate(long no, BigDecimal value, boolean inverse) {

  /** The amount in the other currency, to 18 digits after the point, HALF_EVEN. */
  BigDecimal convert(BigDecimal amount) {
    return inverse
        ? amount.divide(value, Digits.FRACTION, RoundingMode.HALF_EVEN)
        : Digits.rounded(amount.multiply(value), Digits.FRACTION);
  }
}
