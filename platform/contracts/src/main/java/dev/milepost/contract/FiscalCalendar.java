package dev.milepost.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the labels of the published language mean: which stretch of time each names under a fiscal
 * calendar. Every period is half-open, {@code [start, end)}, and begins and ends at the start of a
 * day in the organisation's zone, so the periods of one grain tile time: an instant belongs to
 * exactly one of them.
 *
 * <ul>
 *   <li>{@code 2017}: the fiscal year, named after the calendar year it ends in; a year of weeks
 *       after the one that the month before its first month lies in, even if it ends days later;
 *   <li>{@code 2017-Q4}: a quarter of that fiscal year;
 *   <li>{@code 2017-P10}: a period of 4, 5 or 6 weeks, in years of weeks only;
 *   <li>{@code 2017-10}: a calendar month, whatever the fiscal year is made of;
 *   <li>{@code 2017-W40}: in years of weeks the 40th week of the fiscal year; else a week numbered
 *       as in ISO 8601 (the first week of a year is the one with at least four of its days), but
 *       beginning on the calendar's first day of the week;
 *   <li>any other label: a custom period of the calendar.
 * </ul>
 *
 * <p>Labels and dates of years before 1900 and after 2999 are slips of the pen, and are not read.
 */
public final class FiscalCalendar {
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?<year>\\d{4})(?:-(?:Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])"
              + "|P(?<period>0[1-9]|1[0-2])|W(?<week>0[1-9]|[1-4]\\d|5[0-3])))?");
  private static final int MONTHS = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;
  private static final Instant EARLIEST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse(LAST_YEAR + 1 + "-01-01T00:00:00Z");

  private final ZoneId zone;
  private final FiscalYears years;
  private final List<Period> customPeriods;

  private FiscalCalendar(ZoneId zone, FiscalYears years, List<Period> customPeriods) {
    this.zone = zone;
    this.years = years;
    this.customPeriods = List.copyOf(customPeriods);
  }

  /** The calendar that an event describes. */
  public static FiscalCalendar of(CalendarChanged calendar) {
    FiscalYears.OfMonths months =
        new FiscalYears.OfMonths(calendar.yearStartMonth(), calendar.weekStart());
    YearKind kind = calendar.kind();
    YearEnd end = calendar.yearEnd();
    Integer leapWeekPeriod = calendar.leapWeekPeriod();
    FiscalYears years =
        kind == null || kind == YearKind.MONTHS
            ? months
            : new FiscalYears.OfWeeks(
                months,
                kind,
                end == null ? YearEnd.LAST_WEEKDAY : end,
                leapWeekPeriod == null ? MONTHS : leapWeekPeriod);
    return new FiscalCalendar(ZoneId.of(calendar.zone()), years, calendar.customPeriods());
  }

  /** Whether a label has a meaning of its own, so that no custom period may take it. */
  public static boolean isReserved(String label) {
    return RESERVED.matcher(label).matches();
  }

  /** The period that a label names, if it names one. */
  public Optional<Period> period(String label) {
    Matcher parts = RESERVED.matcher(label);
    if (!parts.matches()) {
      return customPeriod(label);
    }
    int year = number(parts, "year");
    if (isOutside(year)) {
      return Optional.empty();
    }
    if (parts.group("quarter") != null) {
      return Optional.of(quarter(year, number(parts, "quarter")));
    }
    if (parts.group("month") != null) {
      return Optional.of(calendarMonth(label, year, number(parts, "month")));
    }
    if (parts.group("period") != null) {
      return Optional.of(month(year, number(parts, "period") - 1))
          .filter(period -> period.label().equals(label))
          .or(() -> customPeriod(label));
    }
    return parts.group("week") == null
        ? Optional.of(year(year))
        : week(year, number(parts, "week"));
  }

  /** The one period of a grain that an instant belongs to. */
  public Period containing(Grain grain, Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    int year = years.yearOf(day);
    return switch (grain) {
      case DAY -> period(day.toString(), day, day.plusDays(1));
      case WEEK -> weekOf(day);
      case MONTH -> month(year, years.monthOf(year, day));
      case QUARTER -> quarter(year, years.monthOf(year, day) / MONTHS_OF_QUARTER + 1);
      case YEAR -> year(year);
    };
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

  /** Reads in the same way by when something is due: on a date means until its end. */
  public Optional<Instant> deadline(String dateOrInstant) {
    return instant(dateOrInstant)
        .map(
            instant ->
                dateOrInstant.indexOf('T') < 0
                    ? startOf(LocalDate.ofInstant(instant, zone).plusDays(1))
                    : instant);
  }

  /** The organisation's time zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The first instant of a day. */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
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

  private static int number(Matcher parts, String group) {
    return Integer.parseInt(parts.group(group));
  }

  private Optional<Period> customPeriod(String label) {
    return customPeriods.stream().filter(period -> period.label().equals(label)).findFirst();
  }

  private Period year(int year) {
    return months("%04d".formatted(year), year, 0, MONTHS);
  }

  private Period quarter(int year, int quarter) {
    int end = quarter * MONTHS_OF_QUARTER;
    return months("%04d-Q%d".formatted(year, quarter), year, end - MONTHS_OF_QUARTER, end);
  }

  private Period month(int year, int month) {
    return months(years.label(year, month), year, month, month + 1);
  }

  private Period months(String label, int year, int first, int end) {
    return period(label, years.firstDay(year, first), years.firstDay(year, end));
  }

  private Period calendarMonth(String label, int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return period(label, first, first.plusMonths(1));
  }

  private Optional<Period> week(int year, int week) {
    LocalDate first = years.firstWeek(year).plusWeeks(week - 1L);
    return first.isBefore(years.firstWeek(year + 1))
        ? Optional.of(weekFrom(first, year, week))
        : Optional.empty();
  }

  private Period weekOf(LocalDate day) {
    int year = day.getYear() + 1;
    while (years.firstWeek(year).isAfter(day)) {
      year--;
    }
    long before = ChronoUnit.WEEKS.between(years.firstWeek(year), day);
    return weekFrom(years.firstWeek(year).plusWeeks(before), year, before + 1);
  }

  private Period weekFrom(LocalDate first, int year, long week) {
    return period("%04d-W%02d".formatted(year, week), first, first.plusWeeks(1));
  }

  private Period period(String label, LocalDate first, LocalDate end) {
    return new Period(label, startOf(first), startOf(end));
  }

  private String text(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return startOf(day).equals(instant) ? day.toString() : instant.toString();
  }
}
