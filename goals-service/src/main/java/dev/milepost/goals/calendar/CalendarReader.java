package dev.milepost.goals.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.Period;
import dev.milepost.contract.YearKind;
import dev.milepost.goals.calendar.CalendarSettings.CustomPeriod;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a calendar of what a client wrote, or says what contradicts itself. */
final class CalendarReader {
  private static final int LAST_PERIOD = 12;

  private CalendarReader() {}

  /**
   * The calendar under a version's number.
   *
   * @throws ProblemException when the settings contradict themselves
   */
  static CalendarChanged read(CalendarSettings settings, long version) {
    String zone = zone(settings.zone());
    DayOfWeek weekStart = Optional.ofNullable(settings.weekStart()).orElse(DayOfWeek.MONDAY);
    int month = settings.yearStartMonth();
    CalendarChanged plain = CalendarChanged.months(version, zone, month, weekStart, List.of());
    List<Period> periods = periods(FiscalCalendar.of(plain), settings.customPeriods());
    YearKind kind = settings.kind();
    if (kind == null || kind == YearKind.MONTHS) {
      refuse(settings.yearEnd(), "/yearEnd");
      refuse(settings.leapWeekPeriod(), "/leapWeekPeriod");
      return CalendarChanged.months(version, zone, month, weekStart, periods);
    }
    if (settings.yearEnd() == null) {
      throw invalid("/yearEnd", "required");
    }
    return new CalendarChanged(
        plain.id(),
        version,
        zone,
        month,
        weekStart,
        periods,
        kind,
        settings.yearEnd(),
        Optional.ofNullable(settings.leapWeekPeriod()).orElse(LAST_PERIOD));
  }

  private static void refuse(@Nullable Object given, String pointer) {
    if (given != null) {
      throw invalid(pointer, "only-with-years-of-weeks");
    }
  }

  private static List<Period> periods(
      FiscalCalendar calendar, @Nullable List<CustomPeriod> customPeriods) {
    List<CustomPeriod> given = customPeriods == null ? List.of() : customPeriods;
    List<Period> periods = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      Period period = period(calendar, given.get(i), "/customPeriods/" + i);
      if (!labels.add(period.label())) {
        throw invalid("/customPeriods/" + i + "/label", "label-taken");
      }
      periods.add(period);
    }
    return periods;
  }

  private static Period period(FiscalCalendar calendar, CustomPeriod given, String pointer) {
    if (FiscalCalendar.isReserved(given.label())) {
      throw invalid(pointer + "/label", "label-reserved");
    }
    Instant start = instant(calendar, given.start(), pointer + "/start");
    Instant end = instant(calendar, given.end(), pointer + "/end");
    if (!start.isBefore(end)) {
      throw invalid(pointer + "/end", "end-not-after-start");
    }
    return new Period(given.label(), start, end);
  }

  private static Instant instant(FiscalCalendar calendar, String text, String pointer) {
    return calendar.instant(text).orElseThrow(() -> invalid(pointer, "date-or-instant"));
  }

  private static String zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw invalid("/zone", "zone-unknown");
    }
    return ZoneId.of(name).getId();
  }

  private static ProblemException invalid(String pointer, String code) {
    return ProblemException.of(GoalsProblem.CALENDAR_INVALID).violation(pointer, code);
  }
}
