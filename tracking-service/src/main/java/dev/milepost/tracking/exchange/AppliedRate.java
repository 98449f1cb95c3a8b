package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rate that a sale was counted by in another currency.
 *
 * @param currency the currency it was counted in
 * @param kind which of the organisation's rates
 * @param fromCurrency as it was imported: the same as {@code currency} when the amount was divided
 *     by the rate, since only the other direction was there
 * @param toCurrency as it was imported
 * @param period fiscal year, month or date
 * @param version of the rate
 * @param rate its value
 */
@Schema(name = "AppliedExchangeRate")
public record AppliedRate(
    String currency,
    ExchangeRate kind,
    String fromCurrency,
    String toCurrency,
    String period,
    int version,
    BigDecimal rate) {}
