package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.YearEnd;
import dev.milepost.contract.YearKind;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The last quarter of a 4-4-5 year that ends on the last Sunday of December. 2017 has 53 weeks, so
 * its periods have 4, 4 and 5 + 1 weeks: 28 + 28 + 42 = 98 days, from 2017-09-25 to 2018-01-01.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class FiscalQuarterTest {
  private static final FiscalCalendar CALENDAR =
      FiscalCalendar.of(
          new CalendarChanged(
              CalendarChanged.FISCAL,
              1,
              "UTC",
              1,
              DayOfWeek.MONDAY,
              List.of(),
              YearKind.WEEKS_4_4_5,
              YearEnd.LAST_WEEKDAY,
              null));

  @Inject World world;
  @Inject MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void countsTheSalesOfItsFourteenWeeksAndExpectsByDays() {
    Period quarter = CALENDAR.period("2017-Q4").orElseThrow();
    world.goal(
        World.inPeriod(
            World.revenueGoal("goal-445", Owner.participant("fq-rep"), "1000"), quarter));
    await().until(() -> "0".equals(actual("goal-445")));

    world.won("fq-before", "fq-rep", "1", "2017-09-24T23:59:59.999Z");
    world.won("fq-first", "fq-rep", "100", "2017-09-25T00:00:00Z");
    world.won("fq-last", "fq-rep", "200", "2017-12-31T23:59:59.999Z");
    world.won("fq-after", "fq-rep", "2", "2018-01-01T00:00:00Z");
    for (String sale : List.of("fq-before", "fq-after")) {
      await().until(() -> "NOWHERE".equals(World.outcome(sale).getString("outcome")));
    }
    await().until(() -> "300".equals(actual("goal-445")));

    // 28 / 98 when the first four weeks are over, 56 / 98 after the next four.
    assertThat(expectedAtEndOf("2017-P10")).isEqualTo(0.2857);
    assertThat(expectedAtEndOf("2017-P11")).isEqualTo(0.5714);
    // Half of 98 days is 49: seven weeks.
    assertThat(progress("goal-445").getString("milestones.find{it.threshold == 0.5}.dueAt"))
        .isEqualTo("2017-11-13T00:00:00Z");
  }

  private double expectedAtEndOf(String period) {
    Instant end = CALENDAR.period(period).orElseThrow().end();
    clock.moveTo(end);
    return progress("goal-445").getDouble("expected");
  }
}
