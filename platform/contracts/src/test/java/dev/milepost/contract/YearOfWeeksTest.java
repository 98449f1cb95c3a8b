package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fiscal years of whole weeks, by examples that others have published. */
class YearOfWeeksTest {
  /**
   * A 4-4-5 year that ends on the last Sunday of December. 2016 ended on 2016-12-25, so 2017 begins
   * on 2016-12-26 and has 53 weeks, to 2017-12-31. The fourth quarter begins after 3 × 13 = 39
   * weeks, on 2016-12-26 + 273 days = 2017-09-25; its periods have 4, 4 and, because of the 53rd
   * week, 5 + 1 weeks: 28 + 28 + 42 = 98 days, to 2018-01-01.
   */
  @ParameterizedTest
  @CsvSource({
    "2017,     2016-12-26, 2018-01-01",
    "2017-Q3,  2017-06-26, 2017-09-25",
    "2017-Q4,  2017-09-25, 2018-01-01",
    "2017-P10, 2017-09-25, 2017-10-23",
    "2017-P11, 2017-10-23, 2017-11-20",
    "2017-P12, 2017-11-20, 2018-01-01",
    "2017-W01, 2016-12-26, 2017-01-02",
    "2017-W40, 2017-09-25, 2017-10-02",
    "2017-W53, 2017-12-25, 2018-01-01",
    "2017-10,  2017-10-01, 2017-11-01",
    "2018-Q1,  2018-01-01, 2018-04-02",
  })
  void readsA445Quarter(String label, String start, String end) {
    FiscalCalendar calendar =
        calendar(1, DayOfWeek.MONDAY, YearKind.WEEKS_4_4_5, YearEnd.LAST_WEEKDAY, null);

    assertThat(calendar.period(label)).contains(period(label, start, end));
    assertThat(calendar.containing(Grain.MONTH, start("2017-12-31")).label()).isEqualTo("2017-P12");
    assertThat(calendar.containing(Grain.WEEK, start("2017-12-31")).label()).isEqualTo("2017-W53");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-W53", "2017-P13", "2017-P00", "1899-P01", "3000-P01"})
  void knowsNoOtherWeeksAndPeriods(String label) {
    FiscalCalendar calendar =
        calendar(1, DayOfWeek.MONDAY, YearKind.WEEKS_4_4_5, YearEnd.LAST_WEEKDAY, null);

    assertThat(calendar.period(label)).isEmpty();
  }

  /**
   * The 4-5-4 calendar of the National Retail Federation: years end on the Saturday nearest to the
   * end of January. What retail calls 2017, with 53 weeks from 2017-01-29 to 2018-02-03, ends in
   * 2018, and its next February is 2018-02-04 to 2018-03-03.
   */
  @ParameterizedTest
  @CsvSource({
    "2018,     2017-01-29, 2018-02-04",
    "2018-P01, 2017-01-29, 2017-02-26",
    "2018-P02, 2017-02-26, 2017-04-02",
    "2018-P12, 2017-12-31, 2018-02-04",
    "2018-W53, 2018-01-28, 2018-02-04",
    "2019-P01, 2018-02-04, 2018-03-04",
  })
  void readsTheRetailCalendar(String label, String start, String end) {
    FiscalCalendar calendar =
        calendar(2, DayOfWeek.SUNDAY, YearKind.WEEKS_4_5_4, YearEnd.NEAREST_WEEKDAY, null);

    assertThat(calendar.period(label)).contains(period(label, start, end));
  }

  /**
   * Years end on the last Saturday of September; that of 2017 had 14 weeks in its first quarter.
   */
  @ParameterizedTest
  @CsvSource({
    "2016,     2015-09-27, 2016-09-25",
    "2017,     2016-09-25, 2017-10-01",
    "2017-Q1,  2016-09-25, 2017-01-01",
    "2017-P03, 2016-11-20, 2017-01-01",
    "2017-Q2,  2017-01-01, 2017-04-02",
  })
  void putsThe53rdWeekWhereTheCalendarSays(String label, String start, String end) {
    FiscalCalendar calendar =
        calendar(10, DayOfWeek.SUNDAY, YearKind.WEEKS_4_4_5, YearEnd.LAST_WEEKDAY, 3);

    assertThat(calendar.period(label)).contains(period(label, start, end));
  }

  /** The example of 26 CFR 1.441-2(a)(4): Saturdays of November 2001. */
  @ParameterizedTest
  @CsvSource({"LAST_WEEKDAY, 2001-11-25", "NEAREST_WEEKDAY, 2001-12-02"})
  void endsAYearAsTheRegulationDoes(YearEnd rule, String end) {
    FiscalCalendar calendar = calendar(12, DayOfWeek.SUNDAY, YearKind.WEEKS_5_4_4, rule, null);

    Period year = calendar.period("2001").orElseThrow();
    assertThat(year.end()).isEqualTo(start(end));
    assertThat(calendar.containing(Grain.YEAR, year.end()).label()).isEqualTo("2002");
    assertThat(calendar.period("2002-P02").orElseThrow().start())
        .isEqualTo(year.end().plusSeconds(5 * 7 * 86_400));
  }

  @Test
  void keepsACustomPeriodWhoseLabelWasFreeInYearsOfMonths() {
    Period named = new Period("2017-P10", start("2017-10-01"), start("2017-10-02"));
    CalendarChanged told = CalendarChanged.months(1, "UTC", 1, DayOfWeek.MONDAY, List.of(named));

    assertThat(FiscalCalendar.of(told).period("2017-P10")).contains(named);
  }

  private static FiscalCalendar calendar(
      int month, DayOfWeek weekStart, YearKind kind, YearEnd end, Integer leapWeekPeriod) {
    return FiscalCalendar.of(
        new CalendarChanged(
            CalendarChanged.FISCAL,
            1,
            "UTC",
            month,
            weekStart,
            List.of(),
            kind,
            end,
            leapWeekPeriod));
  }

  private static Period period(String label, String start, String end) {
    return new Period(label, start(start), start(end));
  }

  private static Instant start(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
