package dev.milepost.analytics.trend;

import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs of whole periods of one grain, under a fiscal calendar. */
record Periods(FiscalCalendar calendar, Grain grain) {

  /**
   * The periods that overlap {@code [from, to)}, in order.
   *
   * @param most how many at most: with one more than that the list ends
   */
  List<Period> covering(Instant from, Instant to, int most) {
    List<Period> periods = new ArrayList<>();
    Instant next = from;
    while (next.isBefore(to) && periods.size() <= most) {
      Period period = calendar.containing(grain, next);
      periods.add(period);
      next = period.end();
    }
    return periods;
  }

  /** Where one has to begin so that the last of so many periods ends at, or just after, an end. */
  Instant startBefore(Instant end, int count) {
    Instant start = end;
    for (int i = 0; i < count; i++) {
      start = calendar.containing(grain, start.minusNanos(1)).start();
    }
    return start;
  }
}
