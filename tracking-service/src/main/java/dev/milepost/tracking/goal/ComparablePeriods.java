package dev.milepost.tracking.goal;

import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Grain;
import dev.milepost.contract.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The periods that a goal's period is compared with: those of the same grain before it that are
 * over, at most eight. Quarters of one fiscal year are comparable, so are its weeks, months and
 * years; a period that is none of these has no comparable ones.
 */
final class ComparablePeriods {
  private static final int MOST = 8;

  private ComparablePeriods() {}

  /**
   * The latest first.
   *
   * @param asOf periods that end after this instant are not over
   */
  static List<Period> of(Period period, FiscalCalendar calendar, Instant asOf) {
    return Stream.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
        .filter(grain -> isSame(calendar.containing(grain, period.start()), period))
        .findFirst()
        .map(grain -> before(earlier(period.start(), asOf), grain, calendar, asOf))
        .orElse(List.of());
  }

  private static List<Period> before(
      Instant end, Grain grain, FiscalCalendar calendar, Instant asOf) {
    List<Period> found = new ArrayList<>();
    Period next = calendar.containing(grain, end.minusNanos(1));
    if (next.end().isAfter(asOf)) {
      next = calendar.containing(grain, next.start().minusNanos(1));
    }
    while (found.size() < MOST) {
      found.add(next);
      next = calendar.containing(grain, next.start().minusNanos(1));
    }
    return found;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static boolean isSame(Period one, Period other) {
    return one.start().equals(other.start()) && one.end().equals(other.end());
  }
}
