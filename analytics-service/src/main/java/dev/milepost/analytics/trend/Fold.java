package dev.milepost.analytics.trend;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes points of sums.
 *
 * @param metric the metric to fold by
 * @param firstSale when the owner's first sale of all time occurred; absent when there is none
 * @param now what begins later has no value yet
 */
record Fold(MetricVersion metric, @Nullable Instant firstSale, Instant now) {
  private static final int GROWTH_DIGITS = 6;

  /**
   * One point per period, with its growth against the one before.
   *
   * @param periods in order
   * @param sums of the periods that have sales, by their place in the list
   */
  List<TrendPoint> points(List<Period> periods, Map<Integer, Sums> sums) {
    List<TrendPoint> points = new ArrayList<>();
    BigDecimal before = null;
    for (int place = 0; place < periods.size(); place++) {
      Period period = periods.get(place);
      Sums sum = sums.getOrDefault(place, Sums.NONE);
      BigDecimal value = value(period, sum);
      points.add(
          new TrendPoint(
              period.label(),
              period.start(),
              period.end(),
              value,
              sum.sales(),
              growth(before, value)));
      before = value;
    }
    return points;
  }

  private @Nullable BigDecimal value(Period period, Sums sums) {
    if (metric.aggregation().isFlow() && sums.sales() == 0 && !isZeroWithoutSales(period)) {
      return null;
    }
    BigDecimal value = value(sums);
    return value == null ? null : plain(value);
  }

  private boolean isZeroWithoutSales(Period period) {
    return firstSale != null && period.end().isAfter(firstSale) && !period.start().isAfter(now);
  }

  private @Nullable BigDecimal value(Sums sums) {
    return switch (metric.aggregation()) {
      case SUM, COUNT -> sums.numerator();
      case DISTINCT_COUNT -> BigDecimal.valueOf(sums.keys());
      case AVERAGE, RATIO -> mean(sums);
      case LATEST -> sums.latest();
    };
  }

  private @Nullable BigDecimal mean(Sums sums) {
    Integer minimum = metric.minimumSample();
    boolean tooFew = minimum != null && sums.sales() < minimum;
    return tooFew || sums.denominator().signum() == 0
        ? null
        : sums.numerator().divide(sums.denominator(), MathContext.DECIMAL64);
  }

  /** As a ratio of the value before; none against nothing, zero or less. */
  private static @Nullable BigDecimal growth(
      @Nullable BigDecimal before, @Nullable BigDecimal value) {
    return before == null || value == null || before.signum() <= 0
        ? null
        : plain(value.subtract(before).divide(before, GROWTH_DIGITS, RoundingMode.HALF_EVEN));
  }

  /** Without trailing zeros, which sums and shares bring along. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
