package dev.milepost.analytics;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Metrics for tests. */
public final class TestMetrics {
  private static final String WON = "event.type == 'dev.milepost.sales.deal.won'";
  private static final String CLOSED = "event.type.startsWith('dev.milepost.sales.deal.')";
  private static final Instant DEFINED = Instant.parse("2016-01-01T00:00:00Z");

  private TestMetrics() {}

  /** The amount of won deals. */
  public static MetricVersion wonRevenue() {
    return of("won-revenue", Aggregation.SUM, "event.amount");
  }

  /** Over won deals. */
  public static MetricVersion of(String key, Aggregation aggregation, @Nullable String value) {
    return metric(key, 1, aggregation, WON, value, null, false, null);
  }

  /** Won deals by closed deals. */
  public static MetricVersion winRate(@Nullable Integer minimumSample) {
    return metric("win-rate", 1, Aggregation.RATIO, WON, "1", CLOSED, false, minimumSample);
  }

  /** Customers that never bought before. */
  public static MetricVersion newCustomers() {
    return metric(
        "new-customers", 1, Aggregation.DISTINCT_COUNT, WON, "event.customer", null, true, null);
  }

  /** The same metric under another key, over the sales with this document id only. */
  public static MetricVersion only(String documentId, MetricVersion metric) {
    String condition = " && event.documentId == '" + documentId + "'";
    String denominator = metric.denominatorQualifies();
    return metric(
        documentId + "-" + metric.key(),
        metric.version(),
        metric.aggregation(),
        metric.qualifies() + condition,
        metric.value(),
        denominator == null ? null : denominator + condition,
        metric.firstEver(),
        metric.minimumSample());
  }

  /** The next version of a metric, with another value. */
  public static MetricVersion revised(MetricVersion metric, String value) {
    return metric(
        metric.key(),
        metric.version() + 1,
        metric.aggregation(),
        metric.qualifies(),
        value,
        metric.denominatorQualifies(),
        metric.firstEver(),
        metric.minimumSample());
  }

  /** The same metric, of which less is better. */
  public static MetricVersion decreasing(MetricVersion metric) {
    return new MetricVersion(
        metric.key(),
        metric.version(),
        metric.name(),
        metric.unit(),
        metric.aggregation(),
        Direction.DECREASE,
        metric.qualifies(),
        metric.value(),
        metric.denominatorQualifies(),
        metric.denominatorValue(),
        metric.firstEver(),
        metric.windowDays(),
        metric.minimumSample(),
        metric.definedAt(),
        null,
        null);
  }

  private static MetricVersion metric(
      String key,
      int version,
      Aggregation aggregation,
      String qualifies,
      @Nullable String value,
      @Nullable String denominatorQualifies,
      boolean firstEver,
      @Nullable Integer minimumSample) {
    return new MetricVersion(
        key,
        version,
        key,
        "USD",
        aggregation,
        Direction.INCREASE,
        qualifies,
        value,
        denominatorQualifies,
        null,
        firstEver,
        null,
        minimumSample,
        DEFINED,
        null,
        null);
  }
}
