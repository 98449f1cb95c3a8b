package dev.milepost.tracking.catalogue;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.tracking.sale.Currencies;
import java.util.Optional;

/**
 * What amounts are converted into for a metric, and by which rate.
 *
 * @param currency the metric's unit
 * @param rate which of the organisation's rates
 */
public record MetricCurrency(String currency, ExchangeRate rate) {

  /** The currency of a metric; none when its unit is another, or when it counts keys. */
  public static Optional<MetricCurrency> of(MetricVersion metric) {
    ExchangeRate rate = metric.exchangeRate() == null ? ExchangeRate.PLAN : metric.exchangeRate();
    return metric.aggregation() != Aggregation.DISTINCT_COUNT
            && Currencies.isCurrency(metric.unit())
        ? Optional.of(new MetricCurrency(metric.unit(), rate))
        : Optional.empty();
  }
}
