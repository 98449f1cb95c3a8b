package dev.milepost.incentive.goal;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.ProgressRecorded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about goals of 2017-Q4 with a target of 100000 USD. */
public final class GoalFixture {
  public static final String GOAL_ID = "goal-of-darcel";
  public static final Owner DARCEL = Owner.participant("darcel-schlecht");
  public static final Instant NOVEMBER = Instant.parse("2017-11-15T10:00:00Z");
  private static final BigDecimal TARGET = new BigDecimal("100000");
  private static final Instant START = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant END = Instant.parse("2018-01-01T00:00:00Z");

  private GoalFixture() {}

  /** Darcel's goal. */
  public static GoalSnapshot goal(long version) {
    return goal(GOAL_ID, DARCEL, version, State.ACTIVE);
  }

  /** Somebody's goal on won revenue. */
  public static GoalSnapshot goal(String goalId, Owner owner, long version, State state) {
    return goal(goalId, owner, version, state, "won-revenue");
  }

  /** Somebody's goal. */
  public static GoalSnapshot goal(
      String goalId, Owner owner, long version, State state, String metric) {
    return new GoalSnapshot(
        goalId,
        version,
        state,
        "Win 100000 USD in the fourth quarter",
        owner,
        revenue(metric),
        new Period("2017-Q4", START, END),
        END,
        "UTC",
        Profile.LINEAR,
        null,
        List.of(CreditType.DIRECT),
        List.of(new GoalSnapshot.Version(1, null, TARGET, null, List.of(), START, null, "otto")),
        null,
        null);
  }

  /** Progress with a value. */
  public static ProgressRecorded progress(long version, String actual) {
    return progress(GOAL_ID, version, actual, false);
  }

  /** The result after the grace period. */
  public static ProgressRecorded result(long version, String actual) {
    return progress(GOAL_ID, version, actual, true);
  }

  /** A result whose attainment was restated after the close. */
  public static ProgressRecorded restated(long version, String actual, String attainment) {
    ProgressRecorded result = result(version, actual);
    return new ProgressRecorded(
        result.goalId(),
        version,
        result.goalVersion(),
        result.metricVersion(),
        result.fromSequence(),
        result.sequence(),
        result.actual(),
        result.target(),
        result.attainment(),
        true,
        new BigDecimal(attainment),
        result.recordedAt());
  }

  /** Progress of any goal; without data when there is no actual value. */
  public static ProgressRecorded progress(
      String goalId, long version, @Nullable String actual, boolean result) {
    BigDecimal value = actual == null ? null : new BigDecimal(actual);
    return new ProgressRecorded(
        goalId,
        version,
        1,
        1,
        version,
        version,
        value,
        TARGET,
        value == null ? null : value.divide(TARGET, 6, RoundingMode.HALF_EVEN),
        result,
        null,
        NOVEMBER);
  }

  /** A crossing of Darcel's goal. */
  public static MilestoneReached reached(String threshold, int cycle) {
    return reached(GOAL_ID, DARCEL, threshold, cycle);
  }

  /** A crossing of any goal. */
  public static MilestoneReached reached(String goalId, Owner owner, String threshold, int cycle) {
    BigDecimal ratio = new BigDecimal(threshold);
    return new MilestoneReached(
        milestoneId(goalId, threshold, cycle),
        goalId,
        1,
        owner,
        "won-revenue",
        "2017-Q4",
        ratio,
        cycle,
        END,
        NOVEMBER,
        NOVEMBER.plusSeconds(5),
        ratio.multiply(TARGET),
        ratio,
        cycle);
  }

  /** The end of a crossing of Darcel's goal. */
  public static MilestoneReverted reverted(String threshold, int cycle) {
    return reverted(GOAL_ID, DARCEL, threshold, cycle);
  }

  /** The end of a crossing of any goal. */
  public static MilestoneReverted reverted(
      String goalId, Owner owner, String threshold, int cycle) {
    return new MilestoneReverted(
        milestoneId(goalId, threshold, cycle),
        goalId,
        owner,
        new BigDecimal(threshold),
        cycle,
        NOVEMBER.plusSeconds(60),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        cycle + 1L);
  }

  /** How the crossings here are named. */
  public static String milestoneId(String goalId, String threshold, int cycle) {
    return goalId + "/" + threshold + "/" + cycle;
  }

  private static MetricVersion revenue(String key) {
    return new MetricVersion(
        key,
        1,
        "Won revenue",
        "USD",
        Aggregation.SUM,
        Direction.INCREASE,
        "event.type == 'dev.milepost.sales.deal.won'",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        START,
        null,
        null);
  }
}
