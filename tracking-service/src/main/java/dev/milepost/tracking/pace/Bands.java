package dev.milepost.tracking.pace;

import dev.milepost.contract.PaceChanged.Status;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statuses that divide the line of paces: each band reaches from its least value up to the
 * least of the next one.
 *
 * <p>A status that is left is entered again only when pace lies {@link #MARGIN} beyond the border
 * between them; so of every band only the border on the side it was entered from is moved, away
 * from the band. All other borders stand as they are: whoever crosses one for the first time, or
 * goes on in the same direction, is told at once.
 *
 * @param ahead least that is AHEAD
 * @param onTrack least that is ON_TRACK
 * @param atRisk least that is AT_RISK; below that is OFF_TRACK
 */
record Bands(BigDecimal ahead, BigDecimal onTrack, BigDecimal atRisk) {
  static final Bands OF_SHARES = of("1.10", "0.95", "0.80");
  static final Bands OF_GAPS = of("0.10", "-0.05", "-0.20");

  private static final BigDecimal MARGIN = new BigDecimal("0.02");

  /** From the lowest to the highest. */
  private static final Set<Status> BANDS =
      EnumSet.of(Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.AHEAD);

  private static Bands of(String ahead, String onTrack, String atRisk) {
    return new Bands(new BigDecimal(ahead), new BigDecimal(onTrack), new BigDecimal(atRisk));
  }

  /**
   * The band of {@code value / unit}, without memory. Products are compared, not a rounded
   * quotient, so that no rounding lifts a band.
   *
   * @param unit above 0
   */
  Status of(BigDecimal value, BigDecimal unit) {
    if (value.compareTo(ahead.multiply(unit)) >= 0) {
      return Status.AHEAD;
    }
    if (value.compareTo(onTrack.multiply(unit)) >= 0) {
      return Status.ON_TRACK;
    }
    return value.compareTo(atRisk.multiply(unit)) >= 0 ? Status.AT_RISK : Status.OFF_TRACK;
  }

  /** The band of {@code value / unit} after what was told last. */
  Status of(BigDecimal value, BigDecimal unit, Judgement last) {
    Status band = of(value, unit);
    int direction = direction(last.status(), band);
    if (direction == 0 || direction != direction(last.status(), last.previous())) {
      return band;
    }
    BigDecimal margin = MARGIN.multiply(unit).multiply(BigDecimal.valueOf(direction));
    boolean left = direction(last.status(), of(value.subtract(margin), unit)) == direction;
    return left ? band : last.status();
  }

  /** 1 when {@code to} is a higher band, -1 when a lower one, 0 when one of them is no band. */
  private static int direction(Status from, @Nullable Status to) {
    return to != null && BANDS.contains(from) && BANDS.contains(to)
        ? Integer.signum(to.compareTo(from))
        : 0;
  }
}
