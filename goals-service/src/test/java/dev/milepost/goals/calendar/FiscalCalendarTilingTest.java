package dev.milepost.goals.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Period;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
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

  @Property
  void periodsTileTimeWithNoGapAndNoOverlap(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll Grain grain,
      @ForAll @IntRange(min = 1990, max = 2089) int year) {
    List<Period> periods =
        Stream.concat(grain.of(calendar, year), grain.of(calendar, year + 1)).toList();

    assertThat(periods).hasSizeGreaterThan(1);
    for (int i = 1; i < periods.size(); i++) {
      assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
      assertThat(periods.get(i).end()).isAfter(periods.get(i).start());
    }
  }

  @Property
  void quartersAndYearsAreMadeOfWholeMonths(
      @ForAll("calendars") FiscalCalendar calendar,
      @ForAll @IntRange(min = 1990, max = 2089) int year) {
    Period whole = calendar.period("%04d".formatted(year)).orElseThrow();
    List<Period> quarters = Grain.QUARTER.of(calendar, year).toList();
    List<Period> months =
        Stream.concat(Grain.MONTH.of(calendar, year - 1), Grain.MONTH.of(calendar, year)).toList();

    assertThat(quarters).hasSize(4);
    assertThat(quarters.getFirst().start()).isEqualTo(whole.start());
    assertThat(quarters.getLast().end()).isEqualTo(whole.end());
    assertThat(quarters)
        .allSatisfy(quarter -> assertThat(months).filteredOn(m -> isIn(quarter, m)).hasSize(3));
  }

  private static boolean isIn(Period quarter, Period month) {
    return quarter.contains(month.start()) && !month.end().isAfter(quarter.end());
  }

  /** The sizes of period, and how those that a year has are labelled, in order. */
  enum Grain {
    YEAR("", 1),
    QUARTER("-Q%d", 4),
    MONTH("-%02d", 12),
    WEEK("-W%02d", 53);

    private final String label;
    private final int most;

    Grain(String label, int most) {
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
