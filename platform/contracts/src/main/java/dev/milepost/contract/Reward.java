package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something granted to someone, as it now stands: data of RewardGranted and RewardRevoked. A reward
 * that follows progress is granted again, under the same id and a higher version, when its amount
 * changes.
 *
 * @param rewardId the reward
 * @param version counts up with every event of this reward; readers keep the highest
 * @param recipient who gets it
 * @param planId the incentive plan
 * @param planVersion version of the plan that granted it
 * @param componentId the component of the plan
 * @param kind what kind of rule granted it
 * @param rewardType what is granted
 * @param amount CASH: the amount in force; zero when revoked
 * @param booked CASH: what this event added to the ledger, negative when it took something back
 * @param description the rest: what is granted, in words
 * @param goalId the goal it was earned on
 * @param milestoneId the crossing it was earned with; milestone rewards only
 * @param threshold the milestone's threshold; milestone rewards only
 * @param period label of the goal's period
 * @param earnedAt when it was earned: the time of the fact, not of the booking
 * @param recordedAt when it was booked
 * @param reason why it was revoked; only on RewardRevoked
 */
public record Reward(
    String rewardId,
    long version,
    Owner recipient,
    String planId,
    int planVersion,
    String componentId,
    Kind kind,
    RewardType rewardType,
    @Nullable Money amount,
    @Nullable Money booked,
    @Nullable String description,
    String goalId,
    @Nullable String milestoneId,
    @Nullable @Ratio BigDecimal threshold,
    String period,
    Instant earnedAt,
    Instant recordedAt,
    @Nullable String reason)
    implements Event {

  /** What kind of rule grants a reward. */
  public enum Kind {
    MILESTONE_REWARD,
    ATTAINMENT_PAY
  }

  /** What is granted. */
  public enum RewardType {
    CASH,
    POINTS,
    BADGE,
    RECOGNITION,
    TEAM_ACTIVITY,
    TIME_OFF,
    TRAINING
  }
}
