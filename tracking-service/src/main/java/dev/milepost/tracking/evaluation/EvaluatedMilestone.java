package dev.milepost.tracking.evaluation;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.runtime.versioning.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One crossing of a milestone.
 *
 * @param milestoneId names the crossing
 * @param version how many notes were written on it; its ETag
 * @param goalId the goal
 * @param owner whose goal it is
 * @param metric key of the goal's metric
 * @param period label of the goal's period
 * @param threshold attainment that was reached
 * @param cycle 1 for the first crossing
 * @param inForce false when the milestone was reverted since
 * @param dueAt when it should have been reached
 * @param reachedAt when it was
 * @param recordedAt when that became known
 * @param evaluation how it was reached; absent for the first seconds
 * @param note what a manager noted; absent when nobody did, and for who may not read it
 */
record EvaluatedMilestone(
    String milestoneId,
    long version,
    String goalId,
    Owner owner,
    String metric,
    String period,
    @Ratio BigDecimal threshold,
    int cycle,
    boolean inForce,
    Instant dueAt,
    Instant reachedAt,
    Instant recordedAt,
    @Nullable EvaluationView evaluation,
    @Nullable Note note)
    implements Versioned {

  /**
   * How a milestone was reached.
   *
   * @param daysEarly from the day it was reached to the last day on which that was in time;
   *     negative when it was late
   * @param workingDaysEarly the owner's working days among those
   * @param actual progress at {@code reachedAt}, in the metric's unit; absent without a value
   * @param attainment of the target that was in force then; of a level or a sum that should shrink
   *     the share of the whole way
   * @param expected attainment that the profile foresaw for {@code reachedAt}
   * @param pace at {@code reachedAt}; absent while that meant nothing
   * @param outlook where the goal would end if it went on like that (actual / elapsed share), in
   *     the metric's unit; absent for levels
   * @param topEvents the sales that contributed most until then, at most five, the greatest first;
   *     those of people whose rows the caller may not see are left out
   * @param evaluatedAt when this was found
   */
  record EvaluationView(
      int daysEarly,
      int workingDaysEarly,
      @Nullable BigDecimal actual,
      @Nullable @Ratio BigDecimal attainment,
      @Ratio BigDecimal expected,
      @Nullable @Ratio BigDecimal pace,
      @Nullable BigDecimal outlook,
      List<ContributingEvent> topEvents,
      Instant evaluatedAt) {}

  /** For who may not read the notes. */
  EvaluatedMilestone withoutNote() {
    return new EvaluatedMilestone(
        milestoneId,
        version,
        goalId,
        owner,
        metric,
        period,
        threshold,
        cycle,
        inForce,
        dueAt,
        reachedAt,
        recordedAt,
        evaluation,
        null);
  }
}
