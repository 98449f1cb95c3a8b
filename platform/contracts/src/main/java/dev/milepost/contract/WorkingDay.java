package dev.milepost.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated row of a working calendar.
 *
 * @param date the day, in the organisation's zone
 * @param kind whether people work
 * @param name why, e.g. the name of the holiday
 */
public record WorkingDay(LocalDate date, Kind kind, @Nullable String name) {

  /** What a day is. */
  public enum Kind {
    /** Nobody works. */
    HOLIDAY,
    /** People work, on a weekend to make up for a holiday. */
    WORKING
  }
}
