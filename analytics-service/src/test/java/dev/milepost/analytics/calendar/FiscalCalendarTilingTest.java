package dev.milepost.analytics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FiscalCalendarTilingTest {
  private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2089-12-31T00:00:00Z");

  @Property
  void anInstantBelongsToExactlyOnePeriod(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    Period period = calendar.containing(grain, instant);

    assertThat(period.contains(instant)).isTrue();
    assertThat(calendar.containing(grain, period.end()).start()).isEqualTo(period.end());
    assertThat(calendar.containing(grain, period.end().minusNanos(1))).isEqualTo(period);
    assertThat(calendar.containing(grain, period.end()).label()).isNotEqualTo(period.label());
  }

  @Property
  void theLastOfSoManyPeriodsEndsWhereItShould(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    Instant end = calendar.containing(grain, instant).end();

    List<Period> periods = calendar.covering(grain, calendar.startBefore(grain, end, 12), end, 500);

    assertThat(periods).hasSize(12);
    assertThat(periods.getLast().end()).isEqualTo(end);
  }

  @Property
  void quartersAreWholeMonthsAndYearsAreWholeQuarters(
      @ForAll("calendars") FiscalCalendar calendar, @ForAll("instants") Instant instant) {
    Period quarter = calendar.containing(Grain.QUARTER, instant);
    Period year = calendar.containing(Grain.YEAR, instant);

    assertThat(calendar.covering(Grain.MONTH, quarter.start(), quarter.end(), 500))
        .hasSize(3)
        .allMatch(month -> !month.end().isAfter(quarter.end()));
    assertThat(calendar.covering(Grain.QUARTER, year.start(), year.end(), 500))
        .extracting(Period::label)
        .containsExactly(
            year.label() + "-Q1", year.label() + "-Q2", year.label() + "-Q3", year.label() + "-Q4");
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(FROM.getEpochSecond(), TO.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<FiscalCalendar> calendars() {
    return Combinators.combine(
            Arbitraries.of("UTC", "Asia/Shanghai", "America/New_York", "America/Sao_Paulo"),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(DayOfWeek.class))
        .as((zone, month, weekStart) -> new FiscalCalendar(ZoneId.of(zone), month, weekStart));
  }
}
