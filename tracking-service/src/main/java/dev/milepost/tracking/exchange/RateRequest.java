package dev.milepost.tracking.exchange;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exchange rate as somebody sends it, in words; {@link RateRules} decide whether it is one. */
@Schema(name = "ExchangeRateRequest")
record RateRequest(
    @Schema(description = "PLAN, MONTH_AVERAGE or DAY.", examples = "PLAN") @Nullable String kind,
    @Schema(description = "ISO 4217 code of the currency that is converted.", examples = "EUR")
        @Nullable String fromCurrency,
    @Schema(description = "ISO 4217 code of the currency that comes out.", examples = "USD")
        @Nullable String toCurrency,
    @Schema(
            description =
                "PLAN: the fiscal year (2017); MONTH_AVERAGE: the calendar month (2017-10); DAY:"
                    + " the date (2017-10-05).",
            examples = "2017")
        @Nullable String period,
    @Schema(
            description =
                "How many units of the second currency one unit of the first is: a decimal above 0"
                    + " with at most 20 digits before and 18 after the point.",
            examples = "1.0823")
        @Nullable String rate) {

  /** Most rates that are taken in at once. */
  static final int MOST = 10_000;

  /** Several rates. */
  @Schema(name = "ExchangeRateBatch")
  record Batch(@NotNull @Size(min = 1, max = MOST) List<@NotNull RateRequest> items) {}
}
