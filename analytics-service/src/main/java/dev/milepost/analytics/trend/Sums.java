package dev.milepost.analytics.trend;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the sales of one period add up to, reversed ones left out.
 *
 * @param sales how many there are
 * @param numerator sum of numerator × share
 * @param denominator sum of denominator × share
 * @param latest numerator of the latest sale; absent when there is none
 * @param keys how many distinct keys have a positive sum of shares
 */
record Sums(
    long sales,
    BigDecimal numerator,
    BigDecimal denominator,
    @Nullable BigDecimal latest,
    long keys) {
  static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO, null, 0);
}
