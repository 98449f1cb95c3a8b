package dev.milepost.contract;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's fiscal calendar as it now stands.
 *
 * @param id key of the calendar, {@code fiscal}
 * @param version counts up with every change; readers keep the highest
 * @param zone IANA name of the organisation's time zone
 * @param yearStartMonth first month of the fiscal year, 1 to 12; a year of weeks begins near it
 * @param weekStart first day of the week, and of a year of weeks
 * @param customPeriods periods with names of their own, e.g. a shopping festival
 * @param kind what the fiscal year is made of; absent: months
 * @param yearEnd where a year of weeks ends; absent with years of months
 * @param leapWeekPeriod period, 1 to 12, that a 53rd week belongs to; absent: the last one
 */
public record CalendarChanged(
    String id,
    long version,
    String zone,
    int yearStartMonth,
    DayOfWeek weekStart,
    List<Period> customPeriods,
    @Nullable YearKind kind,
    @Nullable YearEnd yearEnd,
    @Nullable Integer leapWeekPeriod)
    implements Event {

  /** The id of the organisation's one fiscal calendar. */
  public static final String FISCAL = "fiscal";

  /** What holds until a calendar is told: months from January on, weeks from Monday on, UTC. */
  public static final CalendarChanged DEFAULT = months(1, "UTC", 1, DayOfWeek.MONDAY, List.of());

  /** A calendar whose years are made of calendar months. */
  public static CalendarChanged months(
      long version,
      String zone,
      int yearStartMonth,
      DayOfWeek weekStart,
      List<Period> customPeriods) {
    return new CalendarChanged(
        FISCAL, version, zone, yearStartMonth, weekStart, customPeriods, null, null, null);
  }
}
