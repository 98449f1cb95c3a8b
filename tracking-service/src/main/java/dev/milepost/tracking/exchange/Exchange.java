package dev.milepost.tracking.exchange;

import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.sale.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts amounts for whoever counts, inside of the transaction that counts and holds the
 * catalogue. Sales in the currencies of all metrics cost nothing.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Exchange {
  private final RateRows rates;
  private final SaleRates saleRates;
  private final Directory directory;

  Exchange(RateRows rates, SaleRates saleRates, Directory directory) {
    this.rates = rates;
    this.saleRates = saleRates;
    this.directory = directory;
  }

  /** Whether the amount of a sale has to be converted for one of the currencies at least. */
  public static boolean isForeign(SalesEvent sale, Set<MetricCurrency> currencies) {
    for (MetricCurrency into : currencies) {
      if (Rates.isForeign(sale, into)) {
        return true;
      }
    }
    return false;
  }

  /** The rates in force that would convert the amounts of foreign sales. */
  @Transactional(TxType.SUPPORTS)
  public Rates rates(List<SalesEvent> foreign, Set<MetricCurrency> currencies) {
    if (foreign.isEmpty()) {
      return Rates.NONE;
    }
    FiscalDates dates = directory.calendar().map(FiscalDates::of).orElse(FiscalDates.DEFAULT);
    Rates names = new Rates(dates, Map.of());
    Set<RateKey> keys = new LinkedHashSet<>();
    for (SalesEvent sale : foreign) {
      for (MetricCurrency into : currencies) {
        if (Rates.isForeign(sale, into)) {
          RateKey key = names.key(sale, into);
          keys.add(key);
          keys.add(key.inverse());
        }
      }
    }
    Map<RateKey, Rate> found = new HashMap<>();
    rates.current(keys).forEach((key, current) -> found.put(key, current.rate()));
    return new Rates(dates, found);
  }

  /**
   * The amounts of recorded sales: by the rates they were counted by before, else by those now. Who
   * only wants to know needs no transaction.
   */
  @Transactional(TxType.SUPPORTS)
  public Amounts amounts(Collection<Sale> sales, Set<MetricCurrency> currencies) {
    List<Sale> foreign = sales.stream().filter(sale -> isForeign(sale.data(), currencies)).toList();
    return foreign.isEmpty()
        ? Rates.NONE.amounts()
        : new Amounts(
            rates(foreign.stream().map(Sale::data).toList(), currencies),
            saleRates.of(foreign.stream().mapToLong(Sale::no).distinct().toArray()));
  }

  /** Keeps the rates that were used, for good. */
  public void keep(Amounts amounts) {
    saleRates.insert(amounts.used());
  }
}
