package dev.milepost.tracking.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Attainment of an increasing flow goal compared with expected attainment.
 *
 * @param value attainment / expected; null while less than a tenth is expected or without a value
 * @param status what that means
 */
public record Pace(@Nullable BigDecimal value, Status status) {
  private static final int SCALE = 4;
  private static final BigDecimal EARLY = new BigDecimal("0.10");
  private static final BigDecimal AHEAD = new BigDecimal("1.10");
  private static final BigDecimal ON_TRACK = new BigDecimal("0.95");
  private static final BigDecimal AT_RISK = new BigDecimal("0.80");

  /** Compares the two, both as ratios (1.0 is the whole). */
  public static Pace of(@Nullable BigDecimal attainment, BigDecimal expected) {
    if (attainment == null) {
      return new Pace(null, Status.NO_DATA);
    }
    BigDecimal pace =
        expected.compareTo(EARLY) < 0
            ? null
            : attainment.divide(expected, SCALE, RoundingMode.HALF_EVEN);
    if (attainment.compareTo(BigDecimal.ONE) >= 0) {
      return new Pace(pace, Status.TARGET_REACHED);
    }
    return pace == null
        ? new Pace(null, Status.TOO_EARLY)
        : new Pace(pace, band(attainment, expected));
  }

  /** Compares the products, not the rounded quotient, so that no rounding lifts a band. */
  private static Status band(BigDecimal attainment, BigDecimal expected) {
    if (attainment.compareTo(AHEAD.multiply(expected)) >= 0) {
      return Status.AHEAD;
    }
    if (attainment.compareTo(ON_TRACK.multiply(expected)) >= 0) {
      return Status.ON_TRACK;
    }
    return attainment.compareTo(AT_RISK.multiply(expected)) >= 0
        ? Status.AT_RISK
        : Status.OFF_TRACK;
  }
}
