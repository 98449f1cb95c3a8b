package dev.milepost.analytics.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts time into periods. Each is half-open and begins and ends at the start of a day in the
 * organisation's zone, so the periods of one grain tile time: an instant belongs to exactly one of
 * them. Labels: {@code 2017} (the fiscal year, named after the calendar year it ends in), {@code
 * 2017-Q4}, {@code 2017-10} (a calendar month), {@code 2017-W40} (numbered as in ISO 8601, but
 * beginning on the calendar's first day of the week), {@code 2017-10-31}.
 *
 * @param zone the organisation's time zone
 * @param yearStartMonth first month of the fiscal year, 1 to 12
 * @param weekStart first day of the week
 */
public record FiscalCalendar(ZoneId zone, int yearStartMonth, DayOfWeek weekStart) {
  /** What holds until a calendar is told. */
  public static final FiscalCalendar DEFAULT =
      new FiscalCalendar(ZoneOffset.UTC, 1, DayOfWeek.MONDAY);

  private static final int DAYS_THAT_MAKE_A_FIRST_WEEK = 4;

  /** The calendar that an event describes. */
  public static FiscalCalendar of(CalendarChanged calendar) {
    return new FiscalCalendar(
        ZoneId.of(calendar.zone()), calendar.yearStartMonth(), calendar.weekStart());
  }

  /** The one period of a grain that an instant belongs to. */
  public Period containing(Grain grain, Instant instant) {
    LocalDate first = first(grain, instant.atZone(zone).toLocalDate());
    return new Period(label(grain, first), startOf(first), startOf(next(grain, first)));
  }

  /**
   * The periods of a grain that overlap {@code [from, to)}, in order.
   *
   * @param most how many at most: with one more than that the list ends
   */
  public List<Period> covering(Grain grain, Instant from, Instant to, int most) {
    List<Period> periods = new ArrayList<>();
    Instant next = from;
    while (next.isBefore(to) && periods.size() <= most) {
      Period period = containing(grain, next);
      periods.add(period);
      next = period.end();
    }
    return periods;
  }

  /** Where one has to begin so that the last of so many periods ends at, or just after, an end. */
  public Instant startBefore(Grain grain, Instant end, int periods) {
    Instant start = end;
    for (int i = 0; i < periods; i++) {
      start = containing(grain, start.minusNanos(1)).start();
    }
    return start;
  }

  /** The first instant of a day. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private LocalDate first(Grain grain, LocalDate day) {
    return switch (grain) {
      case DAY -> day;
      case WEEK -> day.with(weeks().dayOfWeek(), 1);
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).minusMonths(monthOfYear(day) % 3);
      case YEAR -> day.withDayOfMonth(1).minusMonths(monthOfYear(day));
    };
  }

  private static LocalDate next(Grain grain, LocalDate first) {
    return switch (grain) {
      case DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case QUARTER -> first.plusMonths(3);
      case YEAR -> first.plusYears(1);
    };
  }

  private String label(Grain grain, LocalDate first) {
    return switch (grain) {
      case DAY -> first.toString();
      case WEEK ->
          "%04d-W%02d"
              .formatted(
                  first.get(weeks().weekBasedYear()), first.get(weeks().weekOfWeekBasedYear()));
      case MONTH -> "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
      case QUARTER -> "%04d-Q%d".formatted(fiscalYear(first), monthOfYear(first) / 3 + 1);
      case YEAR -> "%04d".formatted(fiscalYear(first));
    };
  }

  private int fiscalYear(LocalDate day) {
    return first(Grain.YEAR, day).plusYears(1).minusDays(1).getYear();
  }

  /** Months since the fiscal year began, 0 to 11. */
  private int monthOfYear(LocalDate day) {
    return Math.floorMod(day.getMonthValue() - yearStartMonth, 12);
  }

  private WeekFields weeks() {
    return WeekFields.of(weekStart, DAYS_THAT_MAKE_A_FIRST_WEEK);
  }
}
