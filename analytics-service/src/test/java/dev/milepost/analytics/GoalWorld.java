package dev.milepost.analytics;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Reward;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is told of the goals of one metric in the last quarter of 2017. */
public final class GoalWorld {
  public static final String PERIOD = "2017-Q4";

  private static final Instant START = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant END = Instant.parse("2018-01-01T00:00:00Z");

  private final MetricVersion metric;
  private final List<Told> told = new ArrayList<>();

  /** No goals yet. */
  public GoalWorld(MetricVersion metric) {
    this.metric = metric;
  }

  /** Everything that is to be told. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** The id of an owner's goal. */
  public String goalId(String owner) {
    return metric.key() + "/" + owner;
  }

  /** A participant's goal with a target of 100. */
  public GoalWorld goal(String owner) {
    return goal(owner, 1, GoalSnapshot.State.ACTIVE);
  }

  /** A version of a participant's goal. */
  public GoalWorld goal(String owner, long version, GoalSnapshot.State state) {
    GoalSnapshot.Version terms =
        new GoalSnapshot.Version(
            1, null, new BigDecimal("100"), null, List.of(), START, null, "olga");
    GoalSnapshot goal =
        new GoalSnapshot(
            goalId(owner),
            version,
            state,
            "Sell more",
            Owner.participant(owner),
            metric,
            new Period(PERIOD, START, END),
            END,
            "UTC",
            GoalSnapshot.Profile.LINEAR,
            null,
            List.of(CreditType.DIRECT),
            List.of(terms),
            null,
            null);
    add(EventType.GOAL_PUBLISHED, goalId(owner), goalId(owner) + "/" + version, goal);
    return this;
  }

  /** A version of a goal's progress. */
  public GoalWorld progress(
      String owner, long version, @Nullable String actual, @Nullable String attainment) {
    ProgressRecorded progress =
        new ProgressRecorded(
            goalId(owner),
            version,
            1,
            1,
            1,
            version,
            decimal(actual),
            new BigDecimal("100"),
            decimal(attainment),
            false,
            null,
            START.plusSeconds(version));
    String id = goalId(owner) + "/progress/" + version;
    add(EventType.PROGRESS_RECORDED, goalId(owner), id, progress);
    return this;
  }

  /** A version of a reward in cash that a goal earned its owner; without a reason it is granted. */
  public GoalWorld reward(
      String owner, String name, long version, String amount, @Nullable String revoked) {
    Money money = new Money(new BigDecimal(amount), "USD");
    return reward(owner, name, version, Reward.RewardType.CASH, money, revoked);
  }

  /** A version of a reward that is not money. */
  public GoalWorld dinner(String owner, String name, long version, @Nullable String revoked) {
    return reward(owner, name, version, Reward.RewardType.TEAM_ACTIVITY, null, revoked);
  }

  private GoalWorld reward(
      String owner,
      String name,
      long version,
      Reward.RewardType rewardType,
      @Nullable Money money,
      @Nullable String revoked) {
    String rewardId = goalId(owner) + "/" + name;
    Reward reward =
        new Reward(
            rewardId,
            version,
            Owner.participant(owner),
            "plan",
            1,
            "component",
            Reward.Kind.MILESTONE_REWARD,
            rewardType,
            money,
            money,
            money == null ? "Dinner" : null,
            goalId(owner),
            null,
            null,
            PERIOD,
            START,
            START,
            revoked);
    EventType type = revoked == null ? EventType.REWARD_GRANTED : EventType.REWARD_REVOKED;
    add(type, owner, rewardId + "/" + version, reward);
    return this;
  }

  private void add(EventType type, String key, String id, Event data) {
    told.add(new Told(type, key, id, data));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
