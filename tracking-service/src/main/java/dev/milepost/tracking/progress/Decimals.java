package dev.milepost.tracking.progress;

import java.math.BigDecimal;

/** How decimals are told: equal numbers look equal. */
public final class Decimals {
  private Decimals() {}

  /** The number without trailing zeros after the point, and never with an exponent. */
  public static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
