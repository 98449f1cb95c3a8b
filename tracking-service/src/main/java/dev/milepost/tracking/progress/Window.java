package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.tracking.catalogue.TrackedGoal;
import java.time.Instant;

/**
 * A stretch of a level goal's ledger.
 *
 * @param goalNo our number of the goal
 * @param ofLatest whether its last value counts, rather than the mean
 * @param from first instant
 * @param to first instant that no longer belongs to it
 * @param withLate whether what came after the close counts too
 */
record Window(long goalNo, boolean ofLatest, Instant from, Instant to, boolean withLate) {

  boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }

  /** The goal's window that ends at the moment, at the latest with the period. */
  static Window of(long goalNo, GoalSnapshot goal, Instant moment, boolean withLate) {
    Instant periodEnd = goal.period().end();
    Instant end = moment.isBefore(periodEnd) ? moment : periodEnd;
    return new Window(
        goalNo,
        goal.metric().aggregation() == Aggregation.LATEST,
        TrackedGoal.windowStart(goal, end),
        end,
        withLate);
  }
}
