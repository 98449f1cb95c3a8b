package dev.milepost.analytics.trend;

import dev.milepost.contract.Grain;
import dev.milepost.contract.Owner;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A metric over time. */
@Schema(name = "Trend")
record Trend(
    @Schema(description = "The metric's key.", examples = "won-revenue") String metric,
    @Schema(description = "The version of the metric that decided.", examples = "1")
        int metricVersion,
    @Schema(description = "The metric's unit.", examples = "USD") String unit,
    @Schema(description = "Whose sales they are. Absent: the whole organisation's.")
        @Nullable Owner owner,
    Grain grain,
    @Schema(description = "One per period, in order.") List<TrendPoint> points,
    @Schema(description = "When it was computed.", examples = "2017-12-31T18:00:00Z") Instant asOf,
    @Schema(
            description =
                "Whether sales of the past are still being measured with a metric that is new.")
        boolean provisional) {}
