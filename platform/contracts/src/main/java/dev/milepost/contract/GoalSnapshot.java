package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published goal as it now stands, whole: data of GoalPublished, GoalRevised, GoalClosed and
 * GoalCancelled.
 *
 * @param goalId the goal
 * @param version counts up with every event of this goal; readers keep the highest
 * @param state where it is in its life
 * @param statement what is to change, in words
 * @param owner whose goal it is
 * @param metric the version of the metric it is bound to
 * @param period the period it runs over
 * @param graceEnd until when late facts still count, {@code ≥ period.end}
 * @param zone IANA name of the zone that days are counted in
 * @param profile how progress is expected over time
 * @param parentId the goal it was derived from
 * @param creditTypes the credits that count
 * @param versions every version of baseline, target and milestones, oldest first
 * @param outcome how it ended; only when CLOSED
 * @param finalAttainment attainment at the close; absent when it was not measured
 */
public record GoalSnapshot(
    String goalId,
    long version,
    State state,
    String statement,
    Owner owner,
    MetricVersion metric,
    Period period,
    Instant graceEnd,
    String zone,
    Profile profile,
    @Nullable String parentId,
    List<CreditType> creditTypes,
    List<Version> versions,
    @Nullable Outcome outcome,
    @Nullable @Ratio BigDecimal finalAttainment)
    implements Event {

  /** The version in force. */
  public Version current() {
    return versions.getLast();
  }

  /** Where a published goal is in its life. */
  public enum State {
    APPROVED,
    ACTIVE,
    CLOSED,
    CANCELLED
  }

  /** How a closed goal ended. */
  public enum Outcome {
    ACHIEVED,
    MISSED,
    NOT_MEASURED
  }

  /** How progress is expected over time. */
  public enum Profile {
    LINEAR,
    WORKING_DAYS,
    SEASONAL
  }

  /**
   * One version of what a goal asks for.
   *
   * @param version 1 for the one that was approved first
   * @param baseline where it starts, in the metric's unit
   * @param target what is committed to, in the metric's unit
   * @param stretch what would be outstanding, in the metric's unit
   * @param milestones points on the way, by rising threshold
   * @param effectiveFrom from when on it shapes expected progress
   * @param reason why it replaced the version before; absent on the first
   * @param author who wrote it
   */
  public record Version(
      int version,
      @Nullable BigDecimal baseline,
      BigDecimal target,
      @Nullable BigDecimal stretch,
      List<Milestone> milestones,
      Instant effectiveFrom,
      @Nullable String reason,
      String author) {}

  /**
   * A point on the way.
   *
   * @param threshold the attainment to reach
   * @param dueAt when it should be reached; absent: when the profile expects it
   */
  public record Milestone(@Ratio BigDecimal threshold, @Nullable Instant dueAt) {}
}
