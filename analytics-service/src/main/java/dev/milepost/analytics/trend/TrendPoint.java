package dev.milepost.analytics.trend;

import dev.milepost.contract.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One period of a trend. */
@Schema(name = "TrendPoint")
record TrendPoint(
    @Schema(description = "Label in the fiscal calendar.", examples = "2017-Q4") String period,
    @Schema(description = "First instant of the period.", examples = "2017-10-01T00:00:00Z")
        Instant start,
    @Schema(description = "First instant after the period.", examples = "2018-01-01T00:00:00Z")
        Instant end,
    @Schema(
            description = "The metric's value, in its unit. Absent: there is no data.",
            examples = "2802496")
        @Nullable BigDecimal value,
    @Schema(description = "How many sales it is made of.", examples = "1196") long sales,
    @Schema(
            description =
                "Growth against the point before, as a ratio. Absent: there is none to compare"
                    + " with, or it is not above 0.",
            examples = "-0.060276")
        @Nullable
        @Ratio
        BigDecimal growth) {}
