package dev.milepost.goals.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Period;
import dev.milepost.goals.calendar.CalendarSettings.CustomPeriod;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.DirectoryWriter;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The organisation's one fiscal calendar: reading and changing it. */
@ApplicationScoped
public class Calendars {
  private static final String ID = "fiscal";
  private static final CalendarChanged DEFAULT =
      new CalendarChanged(ID, 1, "UTC", 1, DayOfWeek.MONDAY, List.of());

  private final Directory directory;
  private final DirectoryWriter writer;
  private final Outbox outbox;
  private final Sql sql;

  Calendars(Directory directory, DirectoryWriter writer, Outbox outbox, Sql sql) {
    this.directory = directory;
    this.writer = writer;
    this.outbox = outbox;
    this.sql = sql;
  }

  /** The calendar in force. */
  public FiscalCalendar fiscal() {
    return FiscalCalendar.of(current());
  }

  CalendarChanged current() {
    return directory.calendar().orElse(DEFAULT);
  }

  /** Gives the organisation a calendar if it has none yet, and tells the other services. */
  @Transactional
  void ensure() {
    lock();
    if (directory.calendar().isEmpty()) {
      store(DEFAULT, Cause.first("calendar/" + ID));
    }
  }

  @Transactional
  CalendarChanged change(CalendarSettings settings, IfMatch ifMatch, Cause cause) {
    lock();
    CalendarChanged before = current();
    ifMatch.requireMatch(before.version());
    CalendarChanged changed = checked(settings, before.version() + 1);
    store(changed, cause);
    return changed;
  }

  private void store(CalendarChanged calendar, Cause cause) {
    writer.apply(List.of(calendar));
    String key = "calendar/" + calendar.id();
    String id = key + "." + calendar.version();
    outbox.append(new OutgoingEvent(EventType.CALENDAR_CHANGED, key, id, calendar, cause));
  }

  private void lock() {
    sql.query("SELECT pg_advisory_xact_lock(hashtextextended('calendar', 0))", row -> row);
  }

  private static CalendarChanged checked(CalendarSettings settings, long version) {
    ZoneId zone = zone(settings.zone());
    DayOfWeek weekStart = Optional.ofNullable(settings.weekStart()).orElse(DayOfWeek.MONDAY);
    FiscalCalendar plain =
        new FiscalCalendar(zone, settings.yearStartMonth(), weekStart, List.of());
    List<CustomPeriod> given = Optional.ofNullable(settings.customPeriods()).orElse(List.of());
    List<Period> periods = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      Period period = period(plain, given.get(i), "/customPeriods/" + i);
      if (!labels.add(period.label())) {
        throw invalid("/customPeriods/" + i + "/label", "label-taken");
      }
      periods.add(period);
    }
    return new CalendarChanged(
        ID, version, zone.getId(), settings.yearStartMonth(), weekStart, periods);
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

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw invalid("/zone", "zone-unknown");
    }
    return ZoneId.of(name);
  }

  private static ProblemException invalid(String pointer, String code) {
    return ProblemException.of(GoalsProblem.CALENDAR_INVALID).violation(pointer, code);
  }
}
