package dev.milepost.tracking.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.exchange.Amounts.SaleCurrency;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static final RateKey PLAN = new RateKey(ExchangeRate.PLAN, "EUR", "USD", "2017");
  private static final Rate IMPORTED = new Rate(1, new BigDecimal("1.1"), false);

  @Test
  void leavesAnAmountThatIsInTheUnitOrHasToBeInNone() {
    Amounts amounts = Rates.NONE.amounts();

    assertThat(amounts.of(sale("USD"), metric("USD", null)).get()).isEqualByComparingTo("100");
    assertThat(amounts.of(sale("EUR"), metric("COUNT", null)).get()).isEqualByComparingTo("100");
    assertThat(amounts.of(sale("EUR"), metric("USD", null, Aggregation.DISTINCT_COUNT)).get())
        .isEqualByComparingTo("100");
    assertThat(amounts.of(sale(null), metric("USD", null)).get()).isNull();
    assertThat(amounts.missing()).isEmpty();
  }

  @Test
  void convertsByThePlanRateUnlessTheMetricNamesAnother() {
    RateKey day = new RateKey(ExchangeRate.DAY, "EUR", "USD", "2017-10-05");
    Rates rates = rates(Map.of(PLAN, IMPORTED, day, new Rate(2, new BigDecimal("1.2"), false)));
    Amounts amounts = rates.amounts();

    assertThat(amounts.of(sale("EUR"), metric("USD", null)).get()).isEqualByComparingTo("110");
    assertThat(amounts.of(sale("EUR"), metric("USD", ExchangeRate.DAY)).get())
        .isEqualByComparingTo("120");
    assertThat(amounts.used()).hasSize(2);
  }

  @Test
  void takesTheInverseOnlyWhereNothingElseIsThere() {
    Rate back = new Rate(3, new BigDecimal("0.8"), false);

    assertThat(rates(Map.of(PLAN.inverse(), back)).find(PLAN))
        .contains(new Rate(3, new BigDecimal("0.8"), true));
    assertThat(rates(Map.of(PLAN.inverse(), back, PLAN, IMPORTED)).find(PLAN)).contains(IMPORTED);
  }

  @Test
  void guessesNothing() {
    Amounts amounts =
        rates(Map.of(new RateKey(ExchangeRate.PLAN, "EUR", "USD", "2016"), IMPORTED)).amounts();
    var amount = amounts.of(sale("EUR"), metric("USD", null));
    assertThat(amounts.missing()).isEmpty();

    assertThat(amount.get()).isNull();

    assertThat(amounts.missing()).containsExactly(PLAN);
    assertThat(PLAN).hasToString("PLAN rate from EUR to USD for 2017");
  }

  @Test
  void usesAgainWhatASaleWasCountedByBefore() {
    SaleCurrency counted = new SaleCurrency(7, new MetricCurrency("USD", ExchangeRate.PLAN));
    Amounts amounts =
        new Amounts(
            rates(Map.of(PLAN, IMPORTED)),
            Map.of(counted, new Rate(9, new BigDecimal("2"), false)));

    assertThat(amounts.of(sale("EUR"), metric("USD", null)).get()).isEqualByComparingTo("200");
    assertThat(amounts.used()).isEmpty();
  }

  private static Rates rates(Map<RateKey, Rate> imported) {
    return new Rates(FiscalDates.DEFAULT, imported);
  }

  private static Sale sale(String currency) {
    Money amount = currency == null ? null : new Money(new BigDecimal("100"), currency);
    SalesEvent data =
        SalesEvent.sold(Instant.parse("2017-10-05T10:00:00Z"), "ann", List.of(), amount);
    return new Sale(
        7, new SaleRef("/crm", "1"), EventType.DEAL_WON, data, Cause.first("1"), Instant.EPOCH);
  }

  private static MetricVersion metric(String unit, ExchangeRate rate) {
    return metric(unit, rate, Aggregation.SUM);
  }

  private static MetricVersion metric(String unit, ExchangeRate rate, Aggregation aggregation) {
    return new MetricVersion(
        "m",
        1,
        "m",
        unit,
        aggregation,
        Direction.INCREASE,
        "true",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        Instant.EPOCH,
        rate,
        null);
  }
}
