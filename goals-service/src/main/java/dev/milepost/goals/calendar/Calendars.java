package dev.milepost.goals.calendar;

import dev.milepost.contract.CalendarChanged;
import dev.milepost.contract.EventType;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.runtime.directory.Directory;
import dev.milepost.runtime.directory.DirectoryWriter;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The organisation's one fiscal calendar: reading and changing it. */
@ApplicationScoped
public class Calendars {
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
    return directory.calendar().orElse(CalendarChanged.DEFAULT);
  }

  /** Gives the organisation a calendar if it has none yet, and tells the other services. */
  @Transactional
  void ensure() {
    lock();
    if (directory.calendar().isEmpty()) {
      store(CalendarChanged.DEFAULT, Cause.first("calendar/" + CalendarChanged.FISCAL));
    }
  }

  @Transactional
  CalendarChanged change(CalendarSettings settings, IfMatch ifMatch, Cause cause) {
    lock();
    CalendarChanged before = current();
    ifMatch.requireMatch(before.version());
    CalendarChanged changed = CalendarReader.read(settings, before.version() + 1);
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
}
