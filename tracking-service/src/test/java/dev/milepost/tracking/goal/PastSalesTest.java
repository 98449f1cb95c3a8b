package dev.milepost.tracking.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Period;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastSalesTest {
  private static final FiscalCalendar CALENDAR = FiscalCalendar.of(CalendarChanged.DEFAULT);
  private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void comparesWithTheEightPeriodsOfTheSameGrainBefore() {
    assertThat(labels("2017-Q4", LATER))
        .containsExactly(
            "2017-Q3", "2017-Q2", "2017-Q1", "2016-Q4", "2016-Q3", "2016-Q2", "2016-Q1", "2015-Q4");
    assertThat(labels("2017-01", LATER)).startsWith("2016-12", "2016-11").hasSize(8);
    assertThat(labels("2017", LATER)).startsWith("2016", "2015").hasSize(8);
    assertThat(labels("2017-W01", LATER)).startsWith("2016-W52", "2016-W51").hasSize(8);
  }

  @Test
  void comparesOnlyWithPeriodsThatAreOver() {
    assertThat(labels("2017-Q4", Instant.parse("2017-09-15T00:00:00Z"))).startsWith("2017-Q2");
    assertThat(labels("2017-Q4", Instant.parse("2017-10-01T00:00:00Z"))).startsWith("2017-Q3");
    assertThat(labels("2018-Q3", Instant.parse("2017-09-15T00:00:00Z"))).startsWith("2017-Q2");
  }

  @Test
  void hasNothingToCompareAnOddPeriodWith() {
    Period festival =
        CALENDAR.between(
            Instant.parse("2017-11-01T00:00:00Z"), Instant.parse("2017-11-12T00:00:00Z"));

    assertThat(ComparablePeriods.of(festival, CALENDAR, LATER)).isEmpty();
  }

  @Test
  void leavesOutAPeriodThatHistoryBeginsIn() {
    // 2016-Q4 is recorded from its first days on, or from November on.
    assertThat(curve("2016-10-03T00:00:00Z")).isPresent();
    assertThat(curve("2016-11-03T00:00:00Z")).isEmpty();
    assertThat(curve("2016-09-03T00:00:00Z")).isPresent();
  }

  @Test
  void goesOnWhereItStopped() {
    PastSales once = past(List.of(), null);
    sell(once, "2016-10-03T00:00:00Z", "2017-01-02T00:00:00Z");
    PastSales again = past(once.sums(), once.first());
    sell(again, "2017-04-03T00:00:00Z", "2017-07-03T00:00:00Z");
    PastSales whole = past(List.of(), null);
    sell(
        whole,
        "2016-10-03T00:00:00Z",
        "2017-01-02T00:00:00Z",
        "2017-04-03T00:00:00Z",
        "2017-07-03T00:00:00Z");

    assertThat(again.curve()).isPresent().isEqualTo(whole.curve());
  }

  private static Optional<SeasonalCurve> curve(String first) {
    PastSales past = past(List.of(), null);
    sell(
        past,
        first,
        "2016-12-30T00:00:00Z",
        "2017-02-01T00:00:00Z",
        "2017-05-01T00:00:00Z",
        "2017-08-01T00:00:00Z");
    return past.curve();
  }

  private static void sell(PastSales past, String... days) {
    List.of(days).forEach(day -> past.add(Instant.parse(day), BigDecimal.TEN));
  }

  private static PastSales past(List<BigDecimal> sums, Instant first) {
    return new PastSales(
        periods("2017-Q4", LATER), ZoneId.of("UTC"), period -> WorkingDays.ASSUMED, sums, first);
  }

  private static List<String> labels(String label, Instant asOf) {
    return periods(label, asOf).stream().map(Period::label).toList();
  }

  private static List<Period> periods(String label, Instant asOf) {
    return ComparablePeriods.of(CALENDAR.period(label).orElseThrow(), CALENDAR, asOf);
  }
}
