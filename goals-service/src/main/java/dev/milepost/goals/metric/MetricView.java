package dev.milepost.goals.metric;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.runtime.versioning.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One version of a metric, as clients see it. */
@Schema(name = "Metric")
record MetricView(
    @Schema(examples = "won-revenue") String key,
    @Schema(examples = "1") long version,
    @Schema(examples = "Won revenue") String name,
    @Schema(examples = "USD") String unit,
    Aggregation aggregation,
    Direction direction,
    @Schema(examples = "event.type == 'dev.milepost.sales.deal.won'") String qualifies,
    @Schema(examples = "event.amount") @Nullable String value,
    @Nullable String denominatorQualifies,
    @Nullable String denominatorValue,
    boolean firstEver,
    @Schema(description = "Level metrics: length of the trailing window; absent: the period.")
        @Nullable Integer windowDays,
    @Nullable Integer minimumSample,
    Instant definedAt,
    @Schema(
            description =
                "Metrics in a currency: the rate that amounts of other currencies are converted by;"
                    + " absent: PLAN.")
        @Nullable ExchangeRate exchangeRate,
    @Schema(
            description =
                "When an event counts that names the one it is a return of: on its own date, or when"
                    + " that one occurred.")
        Returns returns)
    implements Versioned {

  static MetricView of(MetricVersion metric) {
    return new MetricView(
        metric.key(),
        metric.version(),
        metric.name(),
        metric.unit(),
        metric.aggregation(),
        metric.direction(),
        metric.qualifies(),
        metric.value(),
        metric.denominatorQualifies(),
        metric.denominatorValue(),
        metric.firstEver(),
        metric.windowDays(),
        metric.minimumSample(),
        metric.definedAt(),
        metric.exchangeRate(),
        metric.returnsOrDefault());
  }
}
