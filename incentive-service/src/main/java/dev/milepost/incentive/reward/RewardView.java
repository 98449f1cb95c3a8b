package dev.milepost.incentive.reward;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.contract.Reward;
import dev.milepost.runtime.versioning.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reward as clients see it.
 *
 * @param amount CASH: the amount in force; zero when revoked
 * @param description the rest: what is granted, in words
 * @param milestoneId the crossing it was earned with; milestone rewards only
 * @param threshold the milestone's threshold; milestone rewards only
 * @param reason why it was revoked
 */
record RewardView(
    String rewardId,
    long version,
    boolean inForce,
    Owner recipient,
    String planId,
    int planVersion,
    String componentId,
    Reward.Kind kind,
    Reward.RewardType rewardType,
    @Nullable Money amount,
    @Nullable String description,
    String goalId,
    @Nullable String milestoneId,
    @Nullable @Ratio BigDecimal threshold,
    String period,
    Instant earnedAt,
    Instant recordedAt,
    @Nullable String reason)
    implements Versioned {

  static RewardView of(BookedReward booked) {
    Reward reward = booked.reward();
    return new RewardView(
        reward.rewardId(),
        reward.version(),
        booked.inForce(),
        reward.recipient(),
        reward.planId(),
        reward.planVersion(),
        reward.componentId(),
        reward.kind(),
        reward.rewardType(),
        reward.amount(),
        reward.description(),
        reward.goalId(),
        reward.milestoneId(),
        reward.threshold(),
        reward.period(),
        reward.earnedAt(),
        reward.recordedAt(),
        reward.reason());
  }
}
