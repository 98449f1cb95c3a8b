package dev.milepost.goals.metric;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.contract.MetricVersion.Returns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client says a metric is; {@link MetricRules} decide whether it can be computed. */
@Schema(name = "MetricDefinition")
record MetricDefinition(
    @Schema(
            description =
                "The metric's key, kept for good. Needed to define one; where the path names it,"
                    + " it may be left out and may not differ.",
            examples = "won-revenue")
        @Pattern(regexp = KEY)
        @Nullable String key,
    @Schema(description = "Name to show.", examples = "Won revenue") @NotBlank @Size(max = 200)
        String name,
    @Schema(
            description = "ISO 4217 currency code, or COUNT, POINTS, PERCENT, DAYS, SCORE.",
            examples = "USD")
        @NotBlank
        String unit,
    @Schema(description = "How the contributions of events fold into one value.") @NotNull
        Aggregation aggregation,
    @Schema(description = "Whether more or less is better. Default: INCREASE.")
        @Nullable Direction direction,
    @Schema(
            description = "CEL condition: which events count.",
            examples = "event.type == 'dev.milepost.sales.deal.won'")
        @NotBlank
        String qualifies,
    @Schema(
            description =
                "CEL value: what each contributes; of a RATIO the numerator, of a DISTINCT_COUNT"
                    + " the key. Not with COUNT.",
            examples = "event.amount")
        @Nullable String value,
    @Schema(description = "RATIO only: CEL condition of the denominator.")
        @Nullable String denominatorQualifies,
    @Schema(description = "RATIO only: CEL value of the denominator. Default: 1 each.")
        @Nullable String denominatorValue,
    @Schema(
            description =
                "DISTINCT_COUNT only: a key counts only in the period of its first event ever.")
        @Nullable Boolean firstEver,
    @Schema(description = "Level metrics only: what the level is taken over. Default: TRAILING.")
        @Nullable Window window,
    @Schema(description = "TRAILING windows only: length in days. Default: 30.")
        @Nullable Integer windowDays,
    @Schema(
            description =
                "Level metrics only: below this sample there is no value. Default: 10, of a LATEST"
                    + " 1.")
        @Nullable Integer minimumSample,
    @Schema(
            description =
                "With a currency as unit only, and not with DISTINCT_COUNT: the rate that amounts of"
                    + " other currencies are converted by. Default: PLAN.")
        @Nullable ExchangeRate exchangeRate,
    @Schema(
            description =
                "When an event counts that names the one it is a return of. ORIGINAL: when that one"
                    + " occurred, and for the teams of that time. Default: OWN_DATE.")
        @Nullable Returns returns) {

  static final String KEY = "[a-z0-9][a-z0-9-]{0,62}";
  private static final int DEFAULT_WINDOW_DAYS = 30;
  private static final int DEFAULT_MINIMUM_SAMPLE = 10;

  /** What the level of a level metric is taken over. */
  enum Window {
    /** The days before the moment that is asked for. */
    TRAILING,
    /** The whole period. */
    PERIOD
  }

  /** The definition as a version, its defaults filled in. */
  MetricVersion toVersion(String metric, int version, Instant now) {
    boolean level = !aggregation.isFlow();
    boolean trailing = level && window != Window.PERIOD;
    return new MetricVersion(
        metric,
        version,
        name,
        unit,
        aggregation,
        direction == null ? Direction.INCREASE : direction,
        qualifies,
        value,
        denominatorQualifies,
        denominatorValue,
        Boolean.TRUE.equals(firstEver),
        trailing ? orElse(windowDays, DEFAULT_WINDOW_DAYS) : null,
        level ? orElse(minimumSample, defaultMinimumSample()) : null,
        now,
        exchangeRate == null && MetricRules.isConverting(this) ? ExchangeRate.PLAN : exchangeRate,
        returns == null ? Returns.OWN_DATE : returns);
  }

  /** Of a mean some values are needed; the latest one speaks for itself. */
  private int defaultMinimumSample() {
    return aggregation == Aggregation.LATEST ? 1 : DEFAULT_MINIMUM_SAMPLE;
  }

  private static int orElse(@Nullable Integer given, int otherwise) {
    return given == null ? otherwise : given;
  }
}
