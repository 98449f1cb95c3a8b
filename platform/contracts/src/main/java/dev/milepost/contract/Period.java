package dev.milepost.contract;

import java.time.Instant;

/**
 * A stretch of time, {@code [start, end)}.
 *
 * @param label key in the fiscal calendar, e.g. {@code 2017-Q4}; for other periods start and end
 * @param start first instant
 * @param end first instant that no longer belongs to it
 */
public record Period(String label, Instant start, Instant end) {

  /** Whether the instant belongs to this period and so to no neighbour. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}
