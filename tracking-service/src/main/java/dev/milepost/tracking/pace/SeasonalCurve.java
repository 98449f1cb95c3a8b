package dev.milepost.tracking.pace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an owner's way was spread over comparable periods in the past: the share that was done at the
 * end of each of {@value #SLICES} slices of equal working time. Within a slice the way goes on
 * evenly.
 *
 * <p>Twelve slices: a month of a year, about a week of a quarter, two days of a month. Fewer would
 * not show the rush at the end of a quarter; more would show single deals, since there are only
 * four to eight periods.
 *
 * @param done for each slice, to ten digits; never falling, the last 1
 */
public record SeasonalCurve(List<BigDecimal> done) {
  /** Into how many slices a period is cut. */
  public static final int SLICES = 12;

  /** Fewer comparable periods say nothing about a season. */
  public static final int LEAST_PERIODS = 4;

  private static final int SCALE = 10;
  private static final int EXACT = 30;

  public SeasonalCurve {
    done = List.copyOf(done);
    if (done.size() != SLICES || done.getLast().compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException("not a curve of " + SLICES + " slices that ends at 1");
    }
  }

  /**
   * The mean of periods, each of which counts the same however much was sold in it. Slices in which
   * more was returned than sold count 0. A period whose sum is not above 0 does not count.
   *
   * @param periods of each period what counted in each slice
   * @return none if fewer than four periods count
   */
  public static Optional<SeasonalCurve> of(List<List<BigDecimal>> periods) {
    List<List<BigDecimal>> counting =
        periods.stream().filter(period -> sum(period).signum() > 0).toList();
    if (counting.size() < LEAST_PERIODS) {
      return Optional.empty();
    }
    BigDecimal soFar = BigDecimal.ZERO;
    List<BigDecimal> done = new ArrayList<>();
    for (int slice = 0; slice < SLICES - 1; slice++) {
      for (List<BigDecimal> period : counting) {
        soFar = soFar.add(share(period, slice));
      }
      done.add(soFar.divide(BigDecimal.valueOf(counting.size()), SCALE, RoundingMode.HALF_EVEN));
    }
    done.add(BigDecimal.ONE);
    return Optional.of(new SeasonalCurve(done));
  }

  /** The slice that holds a moment at which such a share of the working time has passed. */
  public static int slice(BigDecimal elapsed) {
    int slice =
        elapsed
            .multiply(BigDecimal.valueOf(SLICES))
            .setScale(0, RoundingMode.FLOOR)
            .intValueExact();
    return Math.clamp(slice, 0, SLICES - 1);
  }

  /** How much of the way is done when such a share of the working time has passed, 0 to 1. */
  BigDecimal at(BigDecimal elapsed) {
    int slice = slice(elapsed);
    BigDecimal before = slice == 0 ? BigDecimal.ZERO : done.get(slice - 1);
    BigDecimal within =
        elapsed.multiply(BigDecimal.valueOf(SLICES)).subtract(BigDecimal.valueOf(slice));
    return before
        .add(done.get(slice).subtract(before).multiply(within))
        .setScale(SCALE, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal share(List<BigDecimal> period, int slice) {
    BigDecimal whole = sum(period.stream().map(BigDecimal.ZERO::max).toList());
    return period.get(slice).max(BigDecimal.ZERO).divide(whole, EXACT, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal sum(List<BigDecimal> parts) {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
