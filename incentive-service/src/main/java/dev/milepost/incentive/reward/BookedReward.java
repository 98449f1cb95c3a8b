package dev.milepost.incentive.reward;

import dev.milepost.contract.Reward;

/**
 * A reward as it was booked last.
 *
 * @param reward the reward
 * @param inForce false once it was revoked; it may be granted again
 */
public record BookedReward(Reward reward, boolean inForce) {

  /** What makes it one reward. */
  public RewardKey key() {
    return RewardKey.of(reward);
  }
}
