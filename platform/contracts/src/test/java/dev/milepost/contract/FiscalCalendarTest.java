package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiscalCalendarTest {
  private static final FiscalCalendar PLAIN = calendar("UTC", 1, DayOfWeek.MONDAY);

  @ParameterizedTest
  @CsvSource({
    "2017,     2017-01-01, 2018-01-01",
    "2017-Q1,  2017-01-01, 2017-04-01",
    "2017-Q4,  2017-10-01, 2018-01-01",
    "2017-10,  2017-10-01, 2017-11-01",
    "2017-W40, 2017-10-02, 2017-10-09",
    "2015-W53, 2015-12-28, 2016-01-04",
    "2016-W01, 2016-01-04, 2016-01-11",
  })
  void readsLabelsOfACalendarThatStartsInJanuary(String label, String start, String end) {
    assertThat(PLAIN.period(label)).contains(period(label, start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "2018,    2017-10-01, 2018-10-01",
    "2018-Q1, 2017-10-01, 2018-01-01",
    "2018-Q4, 2018-07-01, 2018-10-01",
    "2018-01, 2018-01-01, 2018-02-01",
  })
  void namesAFiscalYearAfterTheYearItEndsIn(String label, String start, String end) {
    assertThat(calendar("UTC", 10, DayOfWeek.MONDAY).period(label))
        .contains(period(label, start, end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "17",
        "2017-Q0",
        "2017-Q5",
        "2017-00",
        "2017-13",
        "2017-W00",
        "2017-W53",
        "2017-P10",
        "x",
        "0000",
        "1899-Q4",
        "3000-01",
        "9999",
        "9999-W52"
      })
  void knowsNoPeriodForOtherLabels(String label) {
    assertThat(PLAIN.period(label)).isEmpty();
  }

  @Test
  void beginsPeriodsAtMidnightOfTheOrganisationsZone() {
    assertThat(calendar("Asia/Shanghai", 1, DayOfWeek.MONDAY).period("2017-Q4"))
        .contains(
            new Period(
                "2017-Q4",
                Instant.parse("2017-09-30T16:00:00Z"),
                Instant.parse("2017-12-31T16:00:00Z")));
  }

  @Test
  void findsCustomPeriodsByTheirLabel() {
    Period festival = period("double-eleven", "2017-11-01", "2017-11-12");
    FiscalCalendar calendar =
        FiscalCalendar.of(CalendarChanged.months(1, "UTC", 1, DayOfWeek.MONDAY, List.of(festival)));

    assertThat(calendar.period("double-eleven")).contains(festival);
  }

  @Test
  void labelsAPeriodWithoutNameByItsBounds() {
    assertThat(PLAIN.between(start("2017-10-01"), start("2017-11-15")).label())
        .isEqualTo("2017-10-01/2017-11-15");
    assertThat(PLAIN.between(start("2017-10-01"), Instant.parse("2017-11-15T12:00:00Z")).label())
        .isEqualTo("2017-10-01/2017-11-15T12:00:00Z");
  }

  @Test
  void readsADateAsTheStartOfThatDayInTheZone() {
    FiscalCalendar shanghai = calendar("Asia/Shanghai", 1, DayOfWeek.MONDAY);

    assertThat(shanghai.instant("2017-10-01")).contains(Instant.parse("2017-09-30T16:00:00Z"));
    assertThat(shanghai.instant("2017-10-01T00:00:00Z")).contains(start("2017-10-01"));
    assertThat(shanghai.deadline("2017-10-01")).contains(Instant.parse("2017-10-01T16:00:00Z"));
    assertThat(shanghai.deadline("2017-10-01T00:00:00Z")).contains(start("2017-10-01"));
    assertThat(shanghai.deadline("2017-02-30")).isEmpty();
    assertThat(shanghai.instant("2017-02-30")).isEmpty();
    assertThat(shanghai.instant("soon")).isEmpty();
    assertThat(shanghai.instant("Tuesday")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1899-12-31",
        "3000-01-01",
        "-0001-01-01",
        "+10000-01-01",
        "1899-12-31T23:59:59.999999999Z",
        "3000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void readsNoTimeOutsideTheYears1900To2999(String text) {
    assertThat(PLAIN.instant(text)).isEmpty();
    assertThat(calendar("Pacific/Kiritimati", 7, DayOfWeek.SUNDAY).instant(text)).isEmpty();
  }

  @Test
  void readsTheFirstAndTheLastOfTheseYears() {
    assertThat(PLAIN.instant("1900-01-01")).contains(start("1900-01-01"));
    assertThat(PLAIN.instant("2999-12-31")).contains(start("2999-12-31"));
    assertThat(PLAIN.period("2999")).contains(period("2999", "2999-01-01", "3000-01-01"));
    assertThat(calendar("UTC", 7, DayOfWeek.MONDAY).period("1900"))
        .contains(period("1900", "1899-07-01", "1900-07-01"));
  }

  @Test
  void readsInstantsToTheMicrosecondAsTheyAreStored() {
    assertThat(PLAIN.instant("2017-10-01T00:00:00.123456789Z"))
        .contains(Instant.parse("2017-10-01T00:00:00.123456Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2017-03-31T15:59:59Z, 2017, 2017-Q4, 2017-03",
    "2017-03-31T16:00:00Z, 2018, 2018-Q1, 2017-04",
    "2018-01-31T12:00:00Z, 2018, 2018-Q4, 2018-01"
  })
  void findsThePeriodsThatAnInstantBelongsTo(
      Instant instant, String year, String quarter, String month) {
    FiscalCalendar april = calendar("Asia/Shanghai", 4, DayOfWeek.MONDAY);

    assertThat(april.containing(Grain.YEAR, instant).label()).isEqualTo(year);
    assertThat(april.containing(Grain.QUARTER, instant).label()).isEqualTo(quarter);
    assertThat(april.containing(Grain.MONTH, instant).label()).isEqualTo(month);
  }

  @Test
  void putsAWeekIntoTheYearOfMostOfItsDays() {
    Instant newYear = start("2018-01-01");

    assertThat(calendar("UTC", 1, DayOfWeek.SUNDAY).containing(Grain.WEEK, newYear))
        .isEqualTo(period("2018-W01", "2017-12-31", "2018-01-07"));
    assertThat(PLAIN.containing(Grain.DAY, newYear.plusSeconds(1)))
        .isEqualTo(period("2018-01-01", "2018-01-01", "2018-01-02"));
  }

  @Test
  void knowsNoDayThatTheZoneSkipped() {
    FiscalCalendar samoa = calendar("Pacific/Apia", 1, DayOfWeek.MONDAY);
    Period before = samoa.containing(Grain.DAY, Instant.parse("2011-12-29T12:00:00Z"));

    assertThat(samoa.containing(Grain.DAY, before.end()).label()).isEqualTo("2011-12-31");
  }

  private static FiscalCalendar calendar(String zone, int month, DayOfWeek weekStart) {
    return FiscalCalendar.of(CalendarChanged.months(1, zone, month, weekStart, List.of()));
  }

  private static Period period(String label, String start, String end) {
    return new Period(label, start(start), start(end));
  }

  private static Instant start(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
