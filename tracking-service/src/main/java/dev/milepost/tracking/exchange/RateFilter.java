package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.tracking.query.Where;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which rates a list is about. */
record RateFilter(
    @Parameter(description = "Kind of rate.") @QueryParam("kind") @Nullable ExchangeRate kind,
    @Parameter(description = "Currency that is converted.", example = "EUR")
        @QueryParam("fromCurrency")
        @Nullable String fromCurrency,
    @Parameter(description = "Currency that comes out.", example = "USD") @QueryParam("toCurrency")
        @Nullable String toCurrency,
    @Parameter(description = "Fiscal year, month or date.", example = "2017") @QueryParam("period")
        @Nullable String period,
    @Parameter(description = "Only versions in force, or only others.") @QueryParam("current")
        @Nullable Boolean current) {

  /** Narrows a query over the rates, named r. */
  Where narrow(Where where) {
    return where
        .andIf("r.kind = ?", kind)
        .andIf("r.from_currency = ?", fromCurrency)
        .andIf("r.to_currency = ?", toCurrency)
        .andIf("r.period = ?", period)
        .andIf("r.current = ?", current);
  }
}
