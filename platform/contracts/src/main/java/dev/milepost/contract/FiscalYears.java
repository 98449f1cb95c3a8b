package dev.milepost.contract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;

/** How fiscal years follow each other, and where their months, twelve to a year, begin. */
sealed interface FiscalYears {

  /**
   * First day of a month of the fiscal year.
   *
   * @param year calendar year in which the fiscal year ends, or is meant to end
   * @param month counted from 0; 12 is the first day of the next year
   */
  LocalDate firstDay(int year, int month);

  /** First day of the first week of a year. */
  LocalDate firstWeek(int year);

  /** What a month is called. */
  String label(int year, int month);

  /** The fiscal year that a day belongs to. */
  default int yearOf(LocalDate day) {
    int year = day.getYear() + 1;
    while (firstDay(year, 0).isAfter(day)) {
      year--;
    }
    return year;
  }

  /** The month of a fiscal year, counted from 0, that a day of it belongs to. */
  default int monthOf(int year, LocalDate day) {
    int month = 11;
    while (firstDay(year, month).isAfter(day)) {
      month--;
    }
    return month;
  }

  /** Years of calendar months. Their weeks are those of ISO 8601, but for the day they begin on. */
  record OfMonths(int startMonth, DayOfWeek weekStart) implements FiscalYears {
    private static final int DAYS_THAT_MAKE_A_FIRST_WEEK = 4;

    @Override
    public LocalDate firstDay(int year, int month) {
      return LocalDate.of(startMonth == 1 ? year : year - 1, startMonth, 1).plusMonths(month);
    }

    @Override
    public LocalDate firstWeek(int year) {
      WeekFields weeks = WeekFields.of(weekStart, DAYS_THAT_MAKE_A_FIRST_WEEK);
      return LocalDate.of(year, 1, DAYS_THAT_MAKE_A_FIRST_WEEK).with(weeks.dayOfWeek(), 1);
    }

    @Override
    public String label(int year, int month) {
      LocalDate first = firstDay(year, month);
      return "%04d-%02d".formatted(first.getYear(), first.getMonthValue());
    }
  }

  /**
   * Years of 52 or 53 whole weeks, as 26 CFR 1.441-2 defines them and US retail cuts them (National
   * Retail Federation, 4-5-4 calendar). A year ends where {@link YearEnd} says; so it has 53 weeks
   * every five or six years.
   *
   * @param leapWeekPeriod period, 1 to 12, that is a week longer then
   */
  record OfWeeks(OfMonths meant, YearKind kind, YearEnd end, int leapWeekPeriod)
      implements FiscalYears {
    private static final int WEEKS = 52;
    private static final int MOST_DAYS_LATE = 3;

    @Override
    public LocalDate firstDay(int year, int month) {
      LocalDate first = firstWeek(year);
      boolean longer =
          month >= leapWeekPeriod && ChronoUnit.WEEKS.between(first, firstWeek(year + 1)) > WEEKS;
      return first.plusWeeks(kind.weeksBefore(month) + (longer ? 1L : 0L));
    }

    @Override
    public LocalDate firstWeek(int year) {
      LocalDate first = meant.firstDay(year, 0);
      LocalDate latest =
          switch (end) {
            case LAST_WEEKDAY -> first;
            case NEAREST_WEEKDAY -> first.plusDays(MOST_DAYS_LATE);
          };
      return latest.with(TemporalAdjusters.previousOrSame(meant.weekStart()));
    }

    @Override
    public String label(int year, int month) {
      return "%04d-P%02d".formatted(year, month + 1);
    }
  }
}
