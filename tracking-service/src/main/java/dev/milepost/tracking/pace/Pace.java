package dev.milepost.tracking.pace;

import dev.milepost.contract.PaceChanged.Status;
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

  /** Compares the two, both as ratios (1.0 is the whole), as if nothing had been told before. */
  public static Pace of(Way way, @Nullable BigDecimal attainment, BigDecimal expected) {
    return of(way, attainment, expected, null);
  }

  /**
   * Compares the two, both as ratios (1.0 is the whole).
   *
   * @param last what was told before: a band that was left is entered again only well beyond the
   *     border, see {@link Bands}. The statuses that are no bands have sharp borders.
   */
  public static Pace of(
      Way way, @Nullable BigDecimal attainment, BigDecimal expected, @Nullable Judgement last) {
    if (attainment == null) {
      return new Pace(null, way == Way.SHRINKING_FLOW ? Status.TOO_EARLY : Status.NO_DATA);
    }
    return switch (way) {
      case GROWING_FLOW -> ofGrowing(attainment, expected, last);
      case SHRINKING_FLOW ->
          expected.compareTo(EARLY) < 0
              ? new Pace(null, Status.TOO_EARLY)
              : new Pace(
                  rounded(attainment), band(Bands.OF_SHARES, attainment, BigDecimal.ONE, last));
      case LEVEL -> {
        BigDecimal gap = attainment.subtract(expected);
        yield new Pace(rounded(gap), band(Bands.OF_GAPS, gap, BigDecimal.ONE, last));
      }
    };
  }

  private static Pace ofGrowing(
      BigDecimal attainment, BigDecimal expected, @Nullable Judgement last) {
    BigDecimal pace =
        expected.compareTo(EARLY) < 0
            ? null
            : attainment.divide(expected, SCALE, RoundingMode.HALF_EVEN);
    if (attainment.compareTo(BigDecimal.ONE) >= 0) {
      return new Pace(pace, Status.TARGET_REACHED);
    }
    return pace == null
        ? new Pace(null, Status.TOO_EARLY)
        : new Pace(pace, band(Bands.OF_SHARES, attainment, expected, last));
  }

  private static Status band(
      Bands bands, BigDecimal value, BigDecimal unit, @Nullable Judgement last) {
    return last == null ? bands.of(value, unit) : bands.of(value, unit, last);
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
