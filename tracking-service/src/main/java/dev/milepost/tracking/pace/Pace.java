package dev.milepost.tracking.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Attainment compared with what the profile foresees.
 *
 * <ul>
 *   <li>Growing flow: {@code attainment / expected}; none while less than a tenth is expected.
 *   <li>Shrinking flow: attainment to date, which already is measured by what the profile foresees;
 *       none while less than a tenth is expected.
 *   <li>Level: the gap {@code attainment − expected}.
 * </ul>
 *
 * @param value to four digits; null without a value, or while a comparison would mean nothing
 * @param status what that means
 */
public record Pace(@Nullable BigDecimal value, Status status) {
  private static final int SCALE = 4;
  private static final BigDecimal EARLY = new BigDecimal("0.10");

  /** The least that is AHEAD, ON_TRACK and AT_RISK; below that is OFF_TRACK. */
  private record Bands(BigDecimal ahead, BigDecimal onTrack, BigDecimal atRisk) {
    static final Bands OF_SHARES = of("1.10", "0.95", "0.80");
    static final Bands OF_GAPS = of("0.10", "-0.05", "-0.20");

    static Bands of(String ahead, String onTrack, String atRisk) {
      return new Bands(new BigDecimal(ahead), new BigDecimal(onTrack), new BigDecimal(atRisk));
    }

    Status statusOf(BigDecimal value, BigDecimal unit) {
      if (value.compareTo(ahead.multiply(unit)) >= 0) {
        return Status.AHEAD;
      }
      if (value.compareTo(onTrack.multiply(unit)) >= 0) {
        return Status.ON_TRACK;
      }
      return value.compareTo(atRisk.multiply(unit)) >= 0 ? Status.AT_RISK : Status.OFF_TRACK;
    }
  }

  /** Compares the two, both as ratios (1.0 is the whole). */
  public static Pace of(Way way, @Nullable BigDecimal attainment, BigDecimal expected) {
    if (attainment == null) {
      return new Pace(null, way == Way.SHRINKING_FLOW ? Status.TOO_EARLY : Status.NO_DATA);
    }
    return switch (way) {
      case GROWING_FLOW -> ofGrowing(attainment, expected);
      case SHRINKING_FLOW ->
          expected.compareTo(EARLY) < 0
              ? new Pace(null, Status.TOO_EARLY)
              : new Pace(
                  attainment.setScale(SCALE, RoundingMode.HALF_EVEN),
                  Bands.OF_SHARES.statusOf(attainment, BigDecimal.ONE));
      case LEVEL -> {
        BigDecimal gap = attainment.subtract(expected);
        yield new Pace(
            gap.setScale(SCALE, RoundingMode.HALF_EVEN),
            Bands.OF_GAPS.statusOf(gap, BigDecimal.ONE));
      }
    };
  }

  /** Compares products, not the rounded quotient, so that no rounding lifts a band. */
  private static Pace ofGrowing(BigDecimal attainment, BigDecimal expected) {
    BigDecimal pace =
        expected.compareTo(EARLY) < 0
            ? null
            : attainment.divide(expected, SCALE, RoundingMode.HALF_EVEN);
    if (attainment.compareTo(BigDecimal.ONE) >= 0) {
      return new Pace(pace, Status.TARGET_REACHED);
    }
    return pace == null
        ? new Pace(null, Status.TOO_EARLY)
        : new Pace(pace, Bands.OF_SHARES.statusOf(attainment, expected));
  }
}
