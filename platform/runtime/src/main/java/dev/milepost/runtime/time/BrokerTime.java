package dev.milepost.runtime.time;

import java.time.Instant;

/** Reads the times of the broker, which lives by system time, on the suite's clock. */
@FunctionalInterface
public interface BrokerTime {

  /**
   * What the suite's clock showed at a moment of the broker's.
   *
   * @param timestamp of a record, in milliseconds since the epoch
   */
  Instant of(long timestamp);
}
