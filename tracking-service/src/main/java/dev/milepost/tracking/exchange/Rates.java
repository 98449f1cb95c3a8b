package dev.milepost.tracking.exchange;

import dev.milepost.contract.SalesEvent;
import dev.milepost.tracking.catalogue.MetricCurrency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The rates that a transaction may need, as they are now, by all the names they go by. */
public final class Rates {
  /** No rates at all. */
  public static final Rates NONE = new Rates(FiscalDates.DEFAULT, Map.of());

  private final FiscalDates dates;
  private final Map<RateKey, Rate> imported;

  /**
   * @param imported as imported, by their own direction
   */
  Rates(FiscalDates dates, Map<RateKey, Rate> imported) {
    this.dates = dates;
    this.imported = imported;
  }

  /** Nothing that was counted before is known of the sales that these are for. */
  public Amounts amounts() {
    return new Amounts(this, Map.of());
  }

  /** Whether an amount of the sale has to be converted. */
  static boolean isForeign(SalesEvent sale, MetricCurrency into) {
    return sale.amount() != null && !sale.amount().currency().equals(into.currency());
  }

  /** The name of the rate that converts the amount of a sale. */
  RateKey key(SalesEvent sale, MetricCurrency into) {
    String from = Objects.requireNonNull(sale.amount(), "it is foreign").currency();
    return new RateKey(
        into.rate(), from, into.currency(), dates.period(into.rate(), sale.occurredAt()));
  }

  /** The rate, or the inverse of the one that was imported for the other direction only. */
  Optional<Rate> find(RateKey key) {
    Rate direct = imported.get(key);
    if (direct != null) {
      return Optional.of(direct);
    }
    return Optional.ofNullable(imported.get(key.inverse()))
        .map(rate -> new Rate(rate.no(), rate.value(), true));
  }
}
