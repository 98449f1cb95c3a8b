package dev.milepost.analytics.trend;

import static dev.milepost.contract.MetricVersion.Aggregation.AVERAGE;
import static dev.milepost.contract.MetricVersion.Aggregation.COUNT;
import static dev.milepost.contract.MetricVersion.Aggregation.DISTINCT_COUNT;
import static dev.milepost.contract.MetricVersion.Aggregation.LATEST;
import static dev.milepost.contract.MetricVersion.Aggregation.SUM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.analytics.TestMetrics;
import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldTest {
  private static final Instant JANUARY = Instant.parse("2017-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2017-03-10T00:00:00Z");
  private static final Instant MAY = Instant.parse("2017-05-20T00:00:00Z");
  private static final List<Period> MONTHS =
      new Periods(FiscalCalendar.of(CalendarChanged.DEFAULT), Grain.MONTH)
          .covering(JANUARY, Instant.parse("2017-08-01T00:00:00Z"), 500);
  private static final Sums SOLD =
      new Sums(4, new BigDecimal("30.00"), new BigDecimal("2.5"), new BigDecimal("7"), 3);

  @Test
  void foldsEachAggregationInItsOwnWay() {
    assertThat(value(metric(SUM))).isEqualTo("30");
    assertThat(value(metric(COUNT))).isEqualTo("30");
    assertThat(value(metric(DISTINCT_COUNT))).isEqualTo("3");
    assertThat(value(metric(AVERAGE))).isEqualTo("12");
    assertThat(value(TestMetrics.winRate(null))).isEqualTo("12");
    assertThat(value(metric(LATEST))).isEqualTo("7");
  }

  @Test
  void aFlowWithoutSalesIsZeroFromTheFirstSaleUntilNowAndNothingElsewhere() {
    List<TrendPoint> points = new Fold(metric(SUM), MARCH, MAY).points(MONTHS, Map.of());

    assertThat(points)
        .extracting(TrendPoint::value)
        .containsExactly(null, null, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null);
  }

  @Test
  void aFlowThatNeverHadASaleHasNoValue() {
    List<TrendPoint> points = new Fold(metric(SUM), null, MAY).points(MONTHS, Map.of());

    assertThat(points).extracting(TrendPoint::value).containsOnlyNulls();
  }

  @Test
  void aLevelWithoutSalesHasNoValue() {
    assertThat(new Fold(metric(AVERAGE), MARCH, MAY).points(MONTHS, Map.of()))
        .extracting(TrendPoint::value)
        .containsOnlyNulls();
    assertThat(new Fold(metric(LATEST), MARCH, MAY).points(MONTHS, Map.of()))
        .extracting(TrendPoint::value)
        .containsOnlyNulls();
  }

  @Test
  void aLevelBelowItsMinimumSampleHasNoValue() {
    assertThat(value(TestMetrics.winRate(5))).isNull();
    assertThat(value(TestMetrics.winRate(4))).isEqualTo("12");
  }

  @Test
  void growthComparesWithThePointBeforeWhereThatIsPositive() {
    Map<Integer, Sums> sums =
        Map.of(0, sum("100"), 1, sum("125"), 2, sum("0"), 3, sum("-5"), 4, sum("5"));

    assertThat(new Fold(metric(SUM), JANUARY, MAY).points(MONTHS, sums))
        .extracting(TrendPoint::growth)
        .containsExactly(
            null, new BigDecimal("0.25"), new BigDecimal("-1"), null, null, null, null);
  }

  private static @Nullable String value(MetricVersion metric) {
    BigDecimal value =
        new Fold(metric, JANUARY, MAY).points(MONTHS, Map.of(1, SOLD)).get(1).value();
    return value == null ? null : value.toPlainString();
  }

  private static Sums sum(String numerator) {
    return new Sums(1, new BigDecimal(numerator), BigDecimal.ONE, BigDecimal.ONE, 0);
  }

  private static MetricVersion metric(MetricVersion.Aggregation aggregation) {
    return TestMetrics.of("metric", aggregation, "event.amount");
  }
}
