package dev.milepost.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalCalendarTest {
  private static final FiscalCalendar APRIL =
      new FiscalCalendar(ZoneId.of("Asia/Shanghai"), 4, DayOfWeek.MONDAY);

  @ParameterizedTest
  @CsvSource({
    "DAY,     2017-10-05, 2017-10-05T00:00:00Z, 2017-10-06T00:00:00Z",
    "WEEK,    2017-W40,   2017-10-02T00:00:00Z, 2017-10-09T00:00:00Z",
    "MONTH,   2017-10,    2017-10-01T00:00:00Z, 2017-11-01T00:00:00Z",
    "QUARTER, 2017-Q4,    2017-10-01T00:00:00Z, 2018-01-01T00:00:00Z",
    "YEAR,    2017,       2017-01-01T00:00:00Z, 2018-01-01T00:00:00Z"
  })
  void labelsThePeriodsOfTheCalendarYear(Grain grain, String label, Instant start, Instant end) {
    Period period = FiscalCalendar.DEFAULT.containing(grain, Instant.parse("2017-10-05T12:00:00Z"));

    assertThat(period).isEqualTo(new Period(label, start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-31T15:59:59Z, 2017, 2017-Q4, 2017-03",
    "2017-03-31T16:00:00Z, 2018, 2018-Q1, 2017-04",
    "2018-01-31T12:00:00Z, 2018, 2018-Q4, 2018-01"
  })
  void namesTheFiscalYearAfterTheYearItEndsIn(
      Instant instant, String year, String quarter, String month) {
    assertThat(APRIL.containing(Grain.YEAR, instant).label()).isEqualTo(year);
    assertThat(APRIL.containing(Grain.QUARTER, instant).label()).isEqualTo(quarter);
    assertThat(APRIL.containing(Grain.MONTH, instant).label()).isEqualTo(month);
  }

  @Test
  void weeksBeginWhereTheCalendarSaysAndBelongToTheYearOfMostOfTheirDays() {
    FiscalCalendar sundays =
        FiscalCalendar.of(new CalendarChanged("fiscal", 1, "UTC", 1, DayOfWeek.SUNDAY, List.of()));

    Period week = sundays.containing(Grain.WEEK, Instant.parse("2018-01-01T00:00:00Z"));

    assertThat(week.label()).isEqualTo("2018-W01");
    assertThat(week.start()).isEqualTo(Instant.parse("2017-12-31T00:00:00Z"));
  }

  @Test
  void coversARangeWithWholePeriodsAndStopsOnePastTheMost() {
    Instant from = Instant.parse("2017-01-15T00:00:00Z");
    Instant to = Instant.parse("2017-04-01T00:00:00Z");

    assertThat(FiscalCalendar.DEFAULT.covering(Grain.MONTH, from, to, 500))
        .extracting(Period::label)
        .containsExactly("2017-01", "2017-02", "2017-03");
    assertThat(FiscalCalendar.DEFAULT.covering(Grain.DAY, from, to, 5)).hasSize(6);
  }

  @Test
  void aDayThatTheZoneSkippedHasNoPeriod() {
    FiscalCalendar samoa = new FiscalCalendar(ZoneId.of("Pacific/Apia"), 1, DayOfWeek.MONDAY);

    assertThat(
            samoa.covering(
                Grain.DAY,
                Instant.parse("2011-12-29T12:00:00Z"),
                Instant.parse("2011-12-31T00:00:00Z"),
                500))
        .extracting(Period::label)
        .containsExactly("2011-12-29", "2011-12-31");
  }
}
