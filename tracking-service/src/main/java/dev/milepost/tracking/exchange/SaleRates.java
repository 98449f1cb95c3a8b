package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.exchange.Amounts.SaleCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates that sales were counted by. */
@ApplicationScoped
class SaleRates {
  private static final String FIND = "SELECT * FROM sale_rate WHERE event_no = ANY (?)";

  /** No two transactions find different rates: an import waits until no batch is at work. */
  private static final String INSERT =
      """
      INSERT INTO sale_rate (event_no, currency, kind, rate_no, rate, inverse)
      SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::numeric[],
                           ?::boolean[])
      ON CONFLICT (event_no, currency, kind) DO NOTHING
      """;

  /** Two transactions that keep rates of the same sales do so in one order. */
  private static final Comparator<SaleCurrency> ORDER =
      Comparator.comparingLong(SaleCurrency::eventNo)
          .thenComparing(one -> one.currency().currency())
          .thenComparing(one -> one.currency().rate());

  private final Sql sql;

  SaleRates(Sql sql) {
    this.sql = sql;
  }

  Map<SaleCurrency, Rate> of(long[] eventNos) {
    Map<SaleCurrency, Rate> found = new HashMap<>();
    sql.query(
        FIND,
        row ->
            found.put(
                new SaleCurrency(
                    row.number("event_no"),
                    new MetricCurrency(
                        row.text("currency"), row.constant("kind", ExchangeRate.class))),
                new Rate(row.number("rate_no"), row.decimal("rate"), row.flag("inverse"))),
        (Object) eventNos);
    return found;
  }

  void insert(Map<SaleCurrency, Rate> used) {
    if (used.isEmpty()) {
      return;
    }
    List<SaleCurrency> subjects = used.keySet().stream().sorted(ORDER).toList();
    List<Rate> rates = subjects.stream().map(used::get).toList();
    boolean[] inverse = new boolean[rates.size()];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = rates.get(i).inverse();
    }
    sql.update(
        INSERT,
        subjects.stream().mapToLong(SaleCurrency::eventNo).toArray(),
        subjects.stream().map(s -> s.currency().currency()).toArray(String[]::new),
        subjects.stream().map(s -> s.currency().rate()).toArray(ExchangeRate[]::new),
        rates.stream().mapToLong(Rate::no).toArray(),
        rates.stream().map(Rate::value).toArray(BigDecimal[]::new),
        inverse);
  }
}
