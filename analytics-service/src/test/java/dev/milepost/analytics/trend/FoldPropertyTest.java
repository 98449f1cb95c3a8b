package dev.milepost.analytics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.analytics.TestMetrics;
import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.Period;
import dev.milepost.contract.YearEnd;
import dev.milepost.contract.YearKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldPropertyTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.of(
          CalendarChanged.months(1, "America/New_York", 2, DayOfWeek.SUNDAY, List.of()));
  private static final FiscalCalendar RETAIL =
      FiscalCalendar.of(
          new CalendarChanged(
              CalendarChanged.FISCAL,
              1,
              "America/New_York",
              2,
              DayOfWeek.SUNDAY,
              List.of(),
              YearKind.WEEKS_4_5_4,
              YearEnd.NEAREST_WEEKDAY,
              null));
  private static final Instant START = CALENDAR.startOf(java.time.LocalDate.of(2016, 2, 1));
  private static final Instant END = CALENDAR.startOf(java.time.LocalDate.of(2018, 2, 1));

  private record Sold(Instant at, BigDecimal amount) {}

  @Property
  void theSumOfAFlowIsTheSameByAnyGrain(@ForAll("sales") List<Sold> sales, @ForAll Grain grain) {
    BigDecimal whole = sales.stream().map(Sold::amount).reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(total(sales, CALENDAR, grain)).isEqualByComparingTo(whole);
    assertThat(total(sales, RETAIL, grain)).isEqualByComparingTo(whole);
  }

  private static BigDecimal total(List<Sold> sales, FiscalCalendar calendar, Grain grain) {
    List<Period> periods = new Periods(calendar, grain).covering(START, END, 1_000);
    Map<Integer, Sums> sums = new HashMap<>();
    for (Sold sold : sales) {
      int place = periods.indexOf(calendar.containing(grain, sold.at()));
      Sums before = sums.getOrDefault(place, Sums.NONE);
      BigDecimal sum = before.numerator().add(sold.amount());
      sums.put(place, new Sums(before.sales() + 1, sum, BigDecimal.ONE, sold.amount(), 0));
    }
    return new Fold(TestMetrics.wonRevenue(), START, END)
        .points(periods, sums).stream()
            .map(TrendPoint::value)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Provide
  Arbitrary<List<Sold>> sales() {
    return Combinators.combine(
            Arbitraries.longs().between(START.getEpochSecond(), END.getEpochSecond() - 1),
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                .ofScale(2))
        .as((second, amount) -> new Sold(Instant.ofEpochSecond(second), amount))
        .list()
        .ofMaxSize(40);
  }
}
