package dev.milepost.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A quarter of the demo's calendar, {@code [start, end)}, in UTC.
 *
 * @param label its key in the fiscal calendar
 * @param start first day
 * @param end first day of the next quarter
 */
public record Quarter(String label, LocalDate start, LocalDate end) {
  /** The quarter whose deals are history and whose revenue the goals start from. */
  public static final Quarter Q3_2017 = of("2017-Q3", LocalDate.of(2017, 7, 1));

  /** The quarter the goals are for. */
  public static final Quarter Q4_2017 = of("2017-Q4", LocalDate.of(2017, 10, 1));

  private static Quarter of(String label, LocalDate start) {
    return new Quarter(label, start, start.plusMonths(3));
  }

  /** Whether the day belongs to it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /** Its first instant. */
  public Instant startsAt() {
    return start.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
