package dev.milepost.goals.calendar;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sees to it that there is a calendar from the start. */
@ApplicationScoped
class DefaultCalendar {
  private final Calendars calendars;

  DefaultCalendar(Calendars calendars) {
    this.calendars = calendars;
  }

  void onStart(@Observes StartupEvent event) {
    calendars.ensure();
  }
}
