package dev.milepost.tracking.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.contract.YearEnd;
import dev.milepost.contract.YearKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalDatesTest {

  @ParameterizedTest
  @CsvSource({
    // The year is named after the calendar year it ends in.
    "UTC,           1, PLAN,          2017-12-31T23:59:59Z, 2017",
    "UTC,           4, PLAN,          2017-03-31T23:59:59Z, 2017",
    "UTC,           4, PLAN,          2017-04-01T00:00:00Z, 2018",
    "UTC,          12, PLAN,          2017-12-01T00:00:00Z, 2018",
    // Months and days are calendar ones, in the organisation's zone.
    "UTC,           4, MONTH_AVERAGE, 2017-10-31T23:59:59Z, 2017-10",
    "Asia/Shanghai, 1, MONTH_AVERAGE, 2017-10-31T16:00:00Z, 2017-11",
    "Asia/Shanghai, 1, PLAN,          2017-12-31T16:00:00Z, 2018",
    "UTC,           1, DAY,           2017-10-05T23:59:59Z, 2017-10-05",
    "Asia/Shanghai, 1, DAY,           2017-10-05T16:00:00Z, 2017-10-06"
  })
  void namesThePeriodOfARate(
      String zone, int yearStart, ExchangeRate kind, Instant at, String period) {
    FiscalDates dates =
        FiscalDates.of(CalendarChanged.months(1, zone, yearStart, DayOfWeek.MONDAY, List.of()));

    assertThat(dates.period(kind, at)).isEqualTo(period);
  }

  /** A retail year that ends on the last Saturday of December, the 30th in 2017. */
  @ParameterizedTest
  @CsvSource({
    "PLAN,          2017-12-30T23:59:59Z, 2017",
    "PLAN,          2017-12-31T00:00:00Z, 2018",
    "MONTH_AVERAGE, 2017-12-31T00:00:00Z, 2017-12",
    "DAY,           2017-12-31T00:00:00Z, 2017-12-31"
  })
  void followsAYearOfWeeksWithPlanRatesOnly(ExchangeRate kind, Instant at, String period) {
    FiscalDates dates =
        FiscalDates.of(
            new CalendarChanged(
                CalendarChanged.FISCAL,
                1,
                "UTC",
                1,
                DayOfWeek.SUNDAY,
                List.of(),
                YearKind.WEEKS_4_4_5,
                YearEnd.LAST_WEEKDAY,
                null));

    assertThat(dates.period(kind, at)).isEqualTo(period);
  }
}
