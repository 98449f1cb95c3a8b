package dev.milepost.incentive.reward;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward;
import org.jspecify.annotations.Nullable;

/**
 * What makes a reward one reward: there is at most one in force per key. The plan's version is not
 * part of it, so a new version changes a reward instead of granting a second one.
 *
 * @param planId the incentive plan
 * @param componentId the component of the plan
 * @param goalId the goal it is earned on
 * @param milestoneId the crossing it is earned with; milestone rewards only
 * @param recipient who gets it
 */
public record RewardKey(
    String planId,
    String componentId,
    String goalId,
    @Nullable String milestoneId,
    Owner recipient) {

  /** The key of a reward. */
  public static RewardKey of(Reward reward) {
    return new RewardKey(
        reward.planId(),
        reward.componentId(),
        reward.goalId(),
        reward.milestoneId(),
        reward.recipient());
  }
}
