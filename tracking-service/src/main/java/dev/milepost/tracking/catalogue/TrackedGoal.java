package dev.milepost.tracking.catalogue;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Period;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A goal as it counts.
 *
 * @param no our own number of it
 * @param snapshot the goal as last told
 * @param measure its metric, compiled
 * @param effect the cause of what follows from the goal itself rather than from a sale
 * @param span the time of the sales that may count: its period, and before it the days of a
 *     trailing window that ends when the period begins
 * @param days the days of its period on which its owner works
 * @param season how the owner's way went on in comparable periods; null when that is not known
 */
public record TrackedGoal(
    long no,
    GoalSnapshot snapshot,
    Measure measure,
    Cause effect,
    Period span,
    WorkingDays days,
    @Nullable SeasonalCurve season) {

  /** A goal as it was told, of whose owner's past nothing is known. */
  public TrackedGoal(
      long no, GoalSnapshot snapshot, Measure measure, Cause effect, WorkingDays days) {
    this(no, snapshot, measure, effect, spanOf(snapshot), days, null);
  }

  /** Whether a credit of this type at this time may count. */
  public boolean takes(CreditType type, Instant occurredAt) {
    return span.contains(occurredAt) && snapshot.creditTypes().contains(type);
  }

  /** When events count that are returns of earlier ones. */
  public Returns returns() {
    return snapshot.metric().returnsOrDefault();
  }

  /** Whether it counts keys rather than adding up values. */
  public boolean countsKeys() {
    return snapshot.metric().aggregation() == Aggregation.DISTINCT_COUNT;
  }

  /** Where it should be at each moment. */
  public ExpectedPath path() {
    return ExpectedPath.of(snapshot, days, season);
  }

  /** The same goal, whose owner works on these days. */
  public TrackedGoal working(WorkingDays otherDays) {
    return new TrackedGoal(no, snapshot, measure, effect, span, otherDays, season);
  }

  /** The same goal, told otherwise; its owner, metric and period stay. */
  public TrackedGoal told(GoalSnapshot otherwise) {
    return new TrackedGoal(no, otherwise, measure, effect, span, days, season);
  }

  /** The same goal, whose owner's way went on like this in the past. */
  public TrackedGoal seasoned(@Nullable SeasonalCurve other) {
    return new TrackedGoal(no, snapshot, measure, effect, span, days, other);
  }

  /** The same goal, asking for the sales of another time. */
  public TrackedGoal over(Period time) {
    return new TrackedGoal(no, snapshot, measure, effect, time, days, season);
  }

  /** The goal's id in the suite. */
  public String goalId() {
    return snapshot.goalId();
  }

  private static Period spanOf(GoalSnapshot goal) {
    Period period = goal.period();
    return new Period(period.label(), windowStart(goal, period.start()), period.end());
  }

  /**
   * Where the window of a goal's level that ends at the instant begins: so many days of the goal's
   * zone before it, or at the period's start. Windows are half-open like every stretch of time.
   */
  public static Instant windowStart(GoalSnapshot goal, Instant end) {
    Integer days = goal.metric().windowDays();
    return days == null || goal.metric().aggregation().isFlow()
        ? goal.period().start()
        : end.atZone(ZoneId.of(goal.zone())).minusDays(days).toInstant();
  }
}
