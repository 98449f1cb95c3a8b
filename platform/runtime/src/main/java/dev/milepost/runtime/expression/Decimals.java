package dev.milepost.runtime.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Decimal arithmetic that cannot be made to fill the memory: {@code 1e999999999 + 1} is a short
 * text with a result of a gigabyte.
 */
final class Decimals {
  /** Most digits on either side of the decimal point. */
  static final int MAX_DIGITS = 1_000;

  private Decimals() {}

  /** The number itself, if it is of a size that can be computed with. */
  static BigDecimal bounded(BigDecimal number) {
    long integerDigits = (long) number.precision() - number.scale();
    if (integerDigits > MAX_DIGITS || number.scale() > MAX_DIGITS) {
      throw new EvaluationFailure(
          "a number has more than %d digits before or after the point".formatted(MAX_DIGITS));
    }
    return number;
  }

  /** The quotient to 34 digits. */
  static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(nonZero(divisor), MathContext.DECIMAL128);
  }

  /** What is left, with the sign of the dividend. */
  static BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
    return dividend.remainder(nonZero(divisor));
  }

  static BigDecimal parse(String text) {
    try {
      return bounded(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new EvaluationFailure("decimal() needs a number such as \"1.5\"");
    }
  }

  /** Plain digits without trailing zeros, so that equal numbers give equal texts. */
  static String text(BigDecimal number) {
    return bounded(number).stripTrailingZeros().toPlainString();
  }

  private static BigDecimal nonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new EvaluationFailure("division by zero");
    }
    return divisor;
  }
}
