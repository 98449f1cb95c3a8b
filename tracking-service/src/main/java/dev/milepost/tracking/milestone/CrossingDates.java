package dev.milepost.tracking.milestone;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells when growing flows crossed a value. */
public interface CrossingDates {

  /**
   * A value that a goal's progress crossed.
   *
   * @param goalNo our number of the goal
   * @param ofKeys whether the goal counts keys; others add up values
   * @param value in the metric's unit
   */
  record Bar(long goalNo, boolean ofKeys, BigDecimal value) {}

  /**
   * When progress first stood at or above each bar: the first instant {@code t} at which the sum of
   * all entries that occurred up to and including {@code t} reaches it. A key counts from the first
   * of its sales on. The order of arrival has no part in it, nor has a sale that was taken back. A
   * bar that was never reached has no date.
   */
  Map<Bar, Instant> find(List<Bar> bars);
}
