package dev.milepost.incentive.entitlement;

import dev.milepost.contract.Money;
import dev.milepost.contract.Reward.Kind;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.reward.RewardKey;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that the owner of a goal is entitled to, by what is known now.
 *
 * @param key what makes it one reward
 * @param planVersion version of the plan that promises it
 * @param kind what kind of rule
 * @param rewardType what it is
 * @param amount CASH: how much, in the currency's smallest units
 * @param description the rest: what it is, in words
 * @param threshold milestone rewards: the milestone's threshold
 * @param earnedAt when the fact happened that earned it
 * @param calculation how the amount came about
 */
record Entitlement(
    RewardKey key,
    int planVersion,
    Kind kind,
    RewardType rewardType,
    @Nullable Money amount,
    @Nullable String description,
    @Nullable BigDecimal threshold,
    Instant earnedAt,
    Calculation calculation) {}
