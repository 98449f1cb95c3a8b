package dev.milepost.tracking.pace;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * On which days of a period people work.
 *
 * @param exceptions days that are not as Monday to Friday has it: weekdays off, weekend days worked
 * @param assumed whether there is a year of the period that no working calendar has rows of, so
 *     that Monday to Friday were taken for it
 */
public record WorkingDays(Set<LocalDate> exceptions, boolean assumed) {
  /** Monday to Friday, because nobody said anything. */
  public static final WorkingDays ASSUMED = new WorkingDays(Set.of(), true);

  public WorkingDays {
    exceptions = Set.copyOf(exceptions);
  }

  /** Whether the day is one of Monday to Friday. */
  public static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  /** Whether people work on the day. */
  public boolean isWorking(LocalDate day) {
    return isWeekday(day) != exceptions.contains(day);
  }
}
