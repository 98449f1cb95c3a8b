package dev.milepost.tracking.evaluation;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.evaluation.ContributingEvents.Stretch;
import dev.milepost.tracking.milestone.PastValues.Moment;
import dev.milepost.tracking.pace.Attainment;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.Pace;
import dev.milepost.tracking.pace.Way;
import dev.milepost.tracking.pace.WorkingDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a milestone was reached.
 *
 * @param crossed the milestone
 * @param daysEarly days of the goal's zone from the day it was reached to the last day on which
 *     that was in time; negative when it was late
 * @param workingDaysEarly working days of the goal's owner among those
 * @param actual progress at the real date, in the metric's unit; null without a value
 * @param attainment of the target that was in force; of a goal whose milestones are tested on their
 *     due dates the share of the whole way that is done
 * @param expected attainment that the profile foresaw for the real date
 * @param pace at the real date; null while that meant nothing
 * @param outlook where the goal would end if it went on like that: {@code actual / elapsed share};
 *     flows only
 * @param topEvents the sales that contributed most until then, the greatest first
 */
record Evaluation(
    Crossed crossed,
    int daysEarly,
    int workingDaysEarly,
    @Nullable BigDecimal actual,
    @Nullable BigDecimal attainment,
    BigDecimal expected,
    @Nullable BigDecimal pace,
    @Nullable BigDecimal outlook,
    List<ContributingEvent> topEvents) {

  /** The moment whose value the goal had when the milestone was reached: values end before it. */
  static Moment moment(TrackedGoal goal, Crossed crossed) {
    Instant reachedAt = crossed.reachedAt();
    return new Moment(goal, isTimed(goal) ? reachedAt : reachedAt.plus(1, ChronoUnit.MICROS));
  }

  /** The part of the goal's ledger that the value is made of. */
  static Stretch stretch(TrackedGoal goal, Crossed crossed) {
    Instant end = moment(goal, crossed).at();
    return new Stretch(goal.no(), TrackedGoal.windowStart(goal.snapshot(), end), end);
  }

  /**
   * Evaluates a milestone.
   *
   * @param value what the goal's value was at {@link #moment}
   */
  static Evaluation of(
      TrackedGoal goal,
      Crossed crossed,
      @Nullable BigDecimal value,
      List<ContributingEvent> topEvents) {
    GoalSnapshot then = asOf(goal.snapshot(), crossed.goalVersion());
    ExpectedPath path = goal.told(then).path();
    Attainment attainment = Attainment.of(then, () -> path);
    Instant at = crossed.reachedAt();
    BigDecimal toDate = attainment.at(value, at);
    BigDecimal expected = path.expectedAt(at);
    LocalDate planned = lastDay(goal, crossed.dueAt());
    LocalDate real = isTimed(goal) ? lastDay(goal, at) : LocalDate.ofInstant(at, zone(goal));
    return new Evaluation(
        crossed,
        (int) ChronoUnit.DAYS.between(real, planned),
        workingDays(goal.days(), real, planned),
        value,
        value == null ? null : attainment.done(value, at),
        expected,
        Pace.of(attainment.way(), toDate, expected).value(),
        value == null ? null : attainment.runRate(value, at),
        topEvents);
  }

  /** The goal with the versions that there were. */
  private static GoalSnapshot asOf(GoalSnapshot goal, int version) {
    return new GoalSnapshot(
        goal.goalId(),
        goal.version(),
        goal.state(),
        goal.statement(),
        goal.owner(),
        goal.metric(),
        goal.period(),
        goal.graceEnd(),
        goal.zone(),
        goal.profile(),
        goal.parentId(),
        goal.creditTypes(),
        goal.versions().stream().filter(one -> one.version() <= version).toList(),
        goal.outcome(),
        goal.finalAttainment());
  }

  /** Working days after the one day up to the other one; negative in the other direction. */
  private static int workingDays(WorkingDays days, LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -workingDays(days, to, from);
    }
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(days::isWorking).count();
  }

  /** The last day that lies before an exclusive bound. */
  private static LocalDate lastDay(TrackedGoal goal, Instant bound) {
    return LocalDate.ofInstant(bound.minusNanos(1), zone(goal));
  }

  private static ZoneId zone(TrackedGoal goal) {
    return ZoneId.of(goal.snapshot().zone());
  }

  private static boolean isTimed(TrackedGoal goal) {
    return Way.of(goal.snapshot().metric()).isTimed();
  }
}
