package dev.milepost.contract;

import java.time.DayOfWeek;
import java.util.List;

/**
 * The organisation's fiscal calendar as it now stands.
 *
 * @param id key of the calendar, {@code fiscal}
 * @param version counts up with every change; readers keep the highest
 * @param zone IANA name of the organisation's time zone
 * @param yearStartMonth first month of the fiscal year, 1 to 12
 * @param weekStart first day of the week
 * @param customPeriods periods with names of their own, e.g. a shopping festival
 */
public record CalendarChanged(
    String id,
    long version,
    String zone,
    int yearStartMonth,
    DayOfWeek weekStart,
    List<Period> customPeriods)
    implements Event {}
