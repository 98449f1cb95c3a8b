package dev.milepost.analytics.measure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one sale, undivided, contributes to a metric.
 *
 * @param numerator the value; 1 for what is only counted
 * @param denominator its weight in a mean, 1 unless the metric is a RATIO
 * @param distinctKey DISTINCT_COUNT only: the key that is counted
 */
record Contribution(BigDecimal numerator, BigDecimal denominator, @Nullable String distinctKey) {
  static final Contribution ONE = of(BigDecimal.ONE);

  static Contribution of(BigDecimal value) {
    return new Contribution(value, BigDecimal.ONE, null);
  }

  static Contribution ofKey(String key) {
    return new Contribution(BigDecimal.ONE, BigDecimal.ONE, key);
  }
}
