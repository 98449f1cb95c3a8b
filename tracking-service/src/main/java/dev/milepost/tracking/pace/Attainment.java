package dev.milepost.tracking.pace;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of the way to a target is done.
 *
 * <p>So far there is one kind of way: a flow that should grow ({@code actual / target}, target
 * above 0). Goals of other kinds are not taken in, see {@link #covers}.
 */
public final class Attainment {
  private static final int SCALE = 10;

  private Attainment() {}

  /** Whether attainment of a goal on this metric can be told. */
  public static boolean covers(MetricVersion metric) {
    return metric.direction() == Direction.INCREASE
        && switch (metric.aggregation()) {
          case SUM, COUNT -> true;
          case DISTINCT_COUNT, AVERAGE, LATEST, RATIO -> false;
        };
  }

  /**
   * Attainment as a ratio to ten digits, rounded down: it never reads 1 before the target is
   * reached. May be negative or above 1.
   */
  public static BigDecimal of(BigDecimal actual, BigDecimal target) {
    BigDecimal ratio = actual.divide(target, SCALE, RoundingMode.FLOOR).stripTrailingZeros();
    return ratio.scale() < 0 ? ratio.setScale(0) : ratio;
  }

  /** The value at which a threshold of the target is reached, in the metric's unit. */
  public static BigDecimal bar(BigDecimal threshold, BigDecimal target) {
    return threshold.multiply(target);
  }
}
