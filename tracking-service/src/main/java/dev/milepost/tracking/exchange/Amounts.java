package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Money;
import dev.milepost.contract.SalesEvent;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the amounts of sales are in the units of metrics. Takes down which rates were asked for, so
 * that a sale waits only for a rate that its counting depends on. Not thread-safe; lives for one
 * transaction.
 */
public final class Amounts {
  private final Rates rates;
  private final Map<SaleCurrency, Rate> kept;
  private final Map<SaleCurrency, Rate> used = new LinkedHashMap<>();
  private final Set<RateKey> missing = new LinkedHashSet<>();

  /**
   * @param kept the rates that sales were counted by before
   */
  Amounts(Rates rates, Map<SaleCurrency, Rate> kept) {
    this.rates = rates;
    this.kept = kept;
  }

  /**
   * A sale and what it is counted in.
   *
   * @param eventNo our number of the sale
   */
  record SaleCurrency(long eventNo, MetricCurrency currency) {}

  /**
   * The amount of a sale in the unit of a metric: as it is when the unit is no currency or its own;
   * none when it has none, or when there is no rate.
   */
  public Supplier<@Nullable BigDecimal> of(Sale sale, MetricVersion metric) {
    SalesEvent data = sale.data();
    Optional<MetricCurrency> foreign =
        MetricCurrency.of(metric).filter(currency -> Rates.isForeign(data, currency));
    Money amount = data.amount();
    if (amount == null) {
      return () -> null;
    }
    if (foreign.isEmpty()) {
      return amount::amount;
    }
    MetricCurrency currency = foreign.orElseThrow();
    return () -> converted(amount.amount(), sale, currency);
  }

  /** By the same rates, none of which was asked for yet. */
  public Amounts anew() {
    return new Amounts(rates, kept);
  }

  /** The rates that were asked for and are not there. */
  public Set<RateKey> missing() {
    return missing;
  }

  /** The rates that were used for the first time. */
  Map<SaleCurrency, Rate> used() {
    return used;
  }

  private @Nullable BigDecimal converted(BigDecimal amount, Sale sale, MetricCurrency currency) {
    SaleCurrency subject = new SaleCurrency(sale.no(), currency);
    Rate rate = kept.get(subject);
    if (rate == null) {
      RateKey key = rates.key(sale.data(), currency);
      rate = rates.find(key).orElse(null);
      if (rate == null) {
        missing.add(key);
        return null;
      }
      used.put(subject, rate);
    }
    return rate.convert(amount);
  }
}
