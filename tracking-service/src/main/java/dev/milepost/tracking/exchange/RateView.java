package dev.milepost.tracking.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of an exchange rate, as clients see it. */
@Schema(name = "ExchangeRateVersion")
record RateView(
    @JsonIgnore long no,
    ExchangeRate kind,
    @Schema(examples = "EUR") String fromCurrency,
    @Schema(examples = "USD") String toCurrency,
    @Schema(examples = "2017") String period,
    @Schema(examples = "1") int version,
    @Schema(
            description = "Units of the second currency per unit of the first.",
            examples = "1.0823")
        BigDecimal rate,
    @Schema(description = "Whether it is the version in force.") boolean current,
    Instant importedAt,
    @Schema(description = "Who sent it.", examples = "olga") String importedBy) {}
