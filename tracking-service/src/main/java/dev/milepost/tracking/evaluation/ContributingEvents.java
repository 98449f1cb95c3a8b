package dev.milepost.tracking.evaluation;

import java.time.Instant;
import java.util.List;

/** Tells which sales contributed most to goals. */
public interface ContributingEvents {

  /**
   * A stretch of a goal's ledger.
   *
   * @param goalNo our number of the goal
   * @param from first instant
   * @param to first instant that no longer belongs to it
   */
  record Stretch(long goalNo, Instant from, Instant to) {}

  /**
   * The credits that count most, by what is left of them now, the greatest first; in the order of
   * the stretches.
   */
  List<List<ContributingEvent>> top(List<Stretch> stretches, int atMost);
}
