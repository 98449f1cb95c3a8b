package dev.milepost.goals.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules of the fiscal calendar. Every period is half-open, {@code [start, end)}, and begins and
 * ends at the start of a day in the organisation's zone, so the periods of one grain tile time: an
 * instant belongs to exactly one of them. Years before 1900 and after 2999 are slips of the pen,
 * and are not read.
 *
 * <ul>
 *   <li>{@code 2017}: the fiscal year, named after the calendar year it ends in;
 *   <li>{@code 2017-Q4}: a quarter of that fiscal year;
 *   <li>{@code 2017-10}: a calendar month, whatever month the fiscal year starts in;
 *   <li>{@code 2017-W40}: a week, numbered as in ISO 8601 (the first week of a year is the one with
 *       at least four of its days), but beginning on the calendar's first day of the week;
 *   <li>any other label: a custom period of the calendar.
 * </ul>
 *
 * @param zone the organisation's time zone
 * @param yearStartMonth first month of the fiscal year, 1 to 12
 * @param weekStart first day of the week
 * @param customPeriods periods with names of their own
 */
public record FiscalCalendar(
    ZoneId zone, int yearStartMonth, DayOfWeek weekStart, List<Period> customPeriods) {

  private static final Pattern RESERVED =
      Pattern.compile("(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])|W(0[1-9]|[1-4]\\d|5[0-3])))?");
  private static final int DAYS_THAT_MAKE_A_FIRST_WEEK = 4;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final Instant EARLIEST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z");

  public FiscalCalendar {
    customPeriods = List.copyOf(customPeriods);
  }

  /** The calendar that an event describes. */
  public static FiscalCalendar of(CalendarChanged calendar) {
    return new FiscalCalendar(
        ZoneId.of(calendar.zone()),
        calendar.yearStartMonth(),
        calendar.weekStart(),
        calendar.customPeriods());
  }

  /** Whether a label has a meaning of its own, so that no custom period may take it. */
  public static boolean isReserved(String label) {
    return RESERVED.matcher(label).matches();
  }

  /** The period that a label names, if it names one. */
  public Optional<Period> period(String label) {
    Matcher parts = RESERVED.matcher(label);
    if (!parts.matches()) {
      return customPeriods.stream().filter(period -> period.label().equals(label)).findFirst();
    }
    int year = Integer.parseInt(parts.group(1));
    if (isOutside(year)) {
      return Optional.empty();
    }
    if (parts.group(2) != null) {
      return Optional.of(quarter(year, Integer.parseInt(parts.group(2))));
    }
    if (parts.group(3) != null) {
      return Optional.of(month(LocalDate.of(year, Integer.parseInt(parts.group(3)), 1)));
    }
    return parts.group(4) != null
        ? week(year, Integer.parseInt(parts.group(4)))
        : Optional.of(year(year));
  }

  /** A period with no name, labelled by its bounds: as dates where they are starts of days. */
  public Period between(Instant start, Instant end) {
    return new Period(text(start) + "/" + text(end), start, end);
  }

  /**
   * Reads a date (its first instant in the zone) or an instant, to the microsecond, as it will be
   * stored; empty when it is neither.
   */
  public Optional<Instant> instant(String dateOrInstant) {
    try {
      return dateOrInstant.indexOf('T') < 0
          ? date(LocalDate.parse(dateOrInstant))
          : moment(Instant.parse(dateOrInstant));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> date(LocalDate day) {
    return isOutside(day.getYear()) ? Optional.empty() : Optional.of(startOf(day));
  }

  private static Optional<Instant> moment(Instant instant) {
    return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
        ? Optional.empty()
        : Optional.of(instant.truncatedTo(ChronoUnit.MICROS));
  }

  private static boolean isOutside(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR;
  }

  private Period year(int year) {
    LocalDate start = firstDay(year);
    return period(String.format("%04d", year), start, start.plusYears(1));
  }

  private Period quarter(int year, int quarter) {
    LocalDate start = firstDay(year).plusMonths(3L * (quarter - 1));
    return period(String.format("%04d-Q%d", year, quarter), start, start.plusMonths(3));
  }

  private Period month(LocalDate first) {
    String label = String.format("%04d-%02d", first.getYear(), first.getMonthValue());
    return period(label, first, first.plusMonths(1));
  }

  private Optional<Period> week(int year, int week) {
    LocalDate first =
        LocalDate.of(year, 1, DAYS_THAT_MAKE_A_FIRST_WEEK)
            .with(weeks().dayOfWeek(), 1)
            .plusWeeks(week - 1L);
    return first.get(weeks().weekBasedYear()) == year
        ? Optional.of(weekStarting(first))
        : Optional.empty();
  }

  private Period weekStarting(LocalDate first) {
    String label =
        String.format(
            "%04d-W%02d",
            first.get(weeks().weekBasedYear()), first.get(weeks().weekOfWeekBasedYear()));
    return period(label, first, first.plusWeeks(1));
  }

  private Period period(String label, LocalDate first, LocalDate end) {
    return new Period(label, startOf(first), startOf(end));
  }

  private LocalDate firstDay(int fiscalYear) {
    return LocalDate.of(yearStartMonth == 1 ? fiscalYear : fiscalYear - 1, yearStartMonth, 1);
  }

  private WeekFields weeks() {
    return WeekFields.of(weekStart, DAYS_THAT_MAKE_A_FIRST_WEEK);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private String text(Instant instant) {
    LocalDate day = instant.atZone(zone).toLocalDate();
    return startOf(day).equals(instant) ? day.toString() : instant.toString();
  }
}
