package dev.milepost.goals.calendar;

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
  void everyInstantBelongsToThePeriodThatIsFoundForIt(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    assertThat(calendar.containing(grain, instant).contains(instant)).isTrue();
  }

  @Property
  void aLabelLeadsBackToTheSamePeriod(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    Period period = calendar.containing(grain, instant);

    assertThat(calendar.period(period.label())).contains(period);
  }

  @Property
  void periodsTileTimeWithNoGapAndNoOverlap(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    Period period = calendar.containing(grain, instant);
    Period next = calendar.containing(grain, period.end());
    Period lastMoment = calendar.containing(grain, period.end().minusNanos(1));

    assertThat(next.start()).isEqualTo(period.end());
    assertThat(next.label()).isNotEqualTo(period.label());
    assertThat(lastMoment).isEqualTo(period);
  }

  @Property
  void quartersAndYearsAreMadeOfWholeMonths(
      @ForAll("calendars") FiscalCalendar calendar, @ForAll("instants") Instant instant) {
    Period quarter = calendar.containing(Grain.QUARTER, instant);
    Period year = calendar.containing(Grain.YEAR, instant);

    assertThat(calendar.containing(Grain.MONTH, quarter.start()).start())
        .isEqualTo(quarter.start());
    assertThat(calendar.containing(Grain.QUARTER, year.start()).label())
        .isEqualTo(year.label() + "-Q1");
    assertThat(calendar.containing(Grain.QUARTER, year.end().minusNanos(1)).label())
        .isEqualTo(year.label() + "-Q4");
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
        .as(
            (zone, month, weekStart) ->
                new FiscalCalendar(ZoneId.of(zone), month, weekStart, List.of()));
  }
}
