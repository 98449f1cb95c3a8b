package dev.milepost.analytics.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.Period;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PeriodsTest {
  private static final FiscalCalendar PLAIN = FiscalCalendar.of(CalendarChanged.DEFAULT);

  @Test
  void coversARangeWithWholePeriodsAndStopsOnePastTheMost() {
    Instant from = Instant.parse("2017-01-15T00:00:00Z");
    Instant to = Instant.parse("2017-04-01T00:00:00Z");

    assertThat(new Periods(PLAIN, Grain.MONTH).covering(from, to, 500))
        .extracting(Period::label)
        .containsExactly("2017-01", "2017-02", "2017-03");
    assertThat(new Periods(PLAIN, Grain.DAY).covering(from, to, 5)).hasSize(6);
  }

  @Property
  void theLastOfSoManyPeriodsEndsWhereItShould(
      @ForAll Grain grain,
      @ForAll @LongRange(min = 631_152_000, max = 3_786_825_600L) long second) {
    Periods periods = new Periods(PLAIN, grain);
    Instant end = PLAIN.containing(grain, Instant.ofEpochSecond(second)).end();

    List<Period> found = periods.covering(periods.startBefore(end, 12), end, 500);

    assertThat(found).hasSize(12);
    assertThat(found.getLast().end()).isEqualTo(end);
  }
}
