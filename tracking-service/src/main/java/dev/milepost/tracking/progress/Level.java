package dev.milepost.tracking.progress;

import dev.milepost.contract.MetricVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The fold of the entries in one window of a level metric.
 *
 * @param numerator AVERAGE, RATIO: sum of the numerators; LATEST: the value in force that occurred
 *     last
 * @param denominator AVERAGE, RATIO: sum of the denominators; LATEST: 1
 * @param sample how many events it rests on
 */
record Level(BigDecimal numerator, BigDecimal denominator, long sample) {
  private static final int SCALE = 18;
  private static final Level NONE = new Level(BigDecimal.ZERO, BigDecimal.ZERO, 0);

  /** With the value that occurred last as its own, if there is one. */
  Level ofLatest(@Nullable BigDecimal value) {
    return value == null ? NONE : new Level(value, BigDecimal.ONE, sample);
  }

  /** The value, to 18 digits, HALF_EVEN; null below the minimum sample or over nothing. */
  @Nullable BigDecimal value(MetricVersion metric) {
    Integer minimum = metric.minimumSample();
    if (sample < (minimum == null ? 1 : minimum) || denominator.signum() == 0) {
      return null;
    }
    return Decimals.shortest(numerator.divide(denominator, SCALE, RoundingMode.HALF_EVEN));
  }
}
