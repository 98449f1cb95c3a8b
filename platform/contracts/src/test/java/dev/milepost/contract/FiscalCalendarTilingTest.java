package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FiscalCalendarTilingTest {
  private static final Map<YearKind, List<Integer>> LENGTHS =
      Map.of(
          YearKind.WEEKS_4_4_5, List.of(4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5),
          YearKind.WEEKS_4_5_4, List.of(4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4),
          YearKind.WEEKS_5_4_4, List.of(5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4));

  @Property
  void periodsTileTimeWithNoGapAndNoOverlap(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Labels labels,
      @ForAll @IntRange(min = 1990, max = 2089) int year) {
    List<Period> periods =
        Stream.concat(labels.of(calendar, year), labels.of(calendar, year + 1)).toList();

    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
      assertThat(periods.get(i).end()).isAfter(periods.get(i).start());
    }
  }

  @Property
  void anInstantBelongsToThePeriodThatItsLabelNames(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll("instants") Instant instant) {
    Period period = calendar.containing(grain, instant);

    assertThat(period.contains(instant)).isTrue();
    assertThat(calendar.containing(grain, period.end()).start()).isEqualTo(period.end());
    assertThat(calendar.containing(grain, period.end().minusNanos(1))).isEqualTo(period);
    if (grain != Grain.DAY) {
      assertThat(calendar.period(period.label())).contains(period);
    }
  }

  @Property
  void quartersAndYearsAreMadeOfWholeMonths(
      @ForAll("calendars") FiscalCalendar calendar, @ForAll("instants") Instant instant) {
    Period year = calendar.containing(Grain.YEAR, instant);

    List<Period> quarters = covering(calendar, Grain.QUARTER, year);
    assertThat(quarters)
        .extracting(Period::label)
        .containsExactly(
            year.label() + "-Q1", year.label() + "-Q2", year.label() + "-Q3", year.label() + "-Q4");
    assertThat(quarters.getLast().end()).isEqualTo(year.end());
    for (Period quarter : quarters) {
      List<Period> months = covering(calendar, Grain.MONTH, quarter);
      assertThat(months).hasSize(3);
      assertThat(months.getFirst().start()).isEqualTo(quarter.start());
      assertThat(months.getLast().end()).isEqualTo(quarter.end());
    }
  }

  @Property
  void yearsOfWeeksHave52Or53WeeksAndTheLongerPeriodIsTheOneThatWasChosen(
      @ForAll("weekCalendars") CalendarChanged told, @ForAll("instants") Instant instant) {
    FiscalCalendar calendar = FiscalCalendar.of(told);
    Period year = calendar.containing(Grain.YEAR, instant);

    int weeks = covering(calendar, Grain.WEEK, year).size();
    List<Integer> lengths =
        covering(calendar, Grain.MONTH, year).stream()
            .map(month -> covering(calendar, Grain.WEEK, month).size())
            .toList();

    assertThat(weeks).isBetween(52, 53);
    List<Integer> expected = new ArrayList<>(LENGTHS.get(told.kind()));
    if (weeks == 53) {
      expected.set(told.leapWeekPeriod() - 1, expected.get(told.leapWeekPeriod() - 1) + 1);
    }
    assertThat(lengths).isEqualTo(expected);
  }

  @Property
  void aYearOfWeeksEndsWhereItsRuleSays(
      @ForAll("weekCalendars") CalendarChanged told,
      @ForAll @IntRange(min = 1990, max = 2089) int year) {
    Period whole = FiscalCalendar.of(told).period("%04d".formatted(year)).orElseThrow();
    LocalDate last = LocalDate.ofInstant(whole.end(), ZoneId.of(told.zone())).minusDays(1);
    LocalDate meant =
        LocalDate.of(year, told.yearStartMonth() == 1 ? 12 : told.yearStartMonth() - 1, 1)
            .with(TemporalAdjusters.lastDayOfMonth());

    assertThat(last.getDayOfWeek()).isEqualTo(told.weekStart().minus(1));
    assertThat(ChronoUnit.DAYS.between(meant, last))
        .isBetween(
            told.yearEnd() == YearEnd.LAST_WEEKDAY ? -6L : -3L,
            told.yearEnd() == YearEnd.LAST_WEEKDAY ? 0L : 3L);
  }

  private static List<Period> covering(FiscalCalendar calendar, Grain grain, Period whole) {
    return Stream.iterate(
            calendar.containing(grain, whole.start()),
            period -> period.start().isBefore(whole.end()),
            period -> calendar.containing(grain, period.end()))
        .toList();
  }

  /** The sizes of period, and how those that a year has are labelled, in order. */
  enum Labels {
    YEAR("", 1),
    QUARTER("-Q%d", 4),
    MONTH("-%02d", 12),
    PERIOD("-P%02d", 12),
    WEEK("-W%02d", 53);

    private final String label;
    private final int most;

    Labels(String label, int most) {
      this.label = label;
      this.most = most;
    }

    Stream<Period> of(FiscalCalendar calendar, int year) {
      return IntStream.rangeClosed(1, most)
          .mapToObj(number -> calendar.period("%04d".formatted(year) + label.formatted(number)))
          .flatMap(Optional::stream);
    }
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs()
        .between(
            Instant.parse("1990-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2089-12-31T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<FiscalCalendar> calendars() {
    return Arbitraries.oneOf(monthCalendars(), weekCalendars()).map(FiscalCalendar::of);
  }

  @Provide
  Arbitrary<CalendarChanged> weekCalendars() {
    return Combinators.combine(
            monthCalendars(),
            Arbitraries.of(YearKind.class).filter(kind -> kind != YearKind.MONTHS),
            Arbitraries.of(YearEnd.class),
            Arbitraries.integers().between(1, 12))
        .as(
            (like, kind, end, leapWeekPeriod) ->
                new CalendarChanged(
                    like.id(),
                    like.version(),
                    like.zone(),
                    like.yearStartMonth(),
                    like.weekStart(),
                    like.customPeriods(),
                    kind,
                    end,
                    leapWeekPeriod));
  }

  private static Arbitrary<CalendarChanged> monthCalendars() {
    return Combinators.combine(
            Arbitraries.of("UTC", "Asia/Shanghai", "America/New_York", "America/Sao_Paulo"),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(DayOfWeek.class))
        .as(
            (zone, month, weekStart) ->
                CalendarChanged.months(1, zone, month, weekStart, List.of()));
  }
}
