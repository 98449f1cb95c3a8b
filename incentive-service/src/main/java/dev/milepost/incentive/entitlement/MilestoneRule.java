package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Money;
import dev.milepost.contract.Reward.Kind;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import dev.milepost.incentive.reward.RewardKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Milestone reward: once for each crossing of the threshold that is in force. */
final class MilestoneRule {

  private MilestoneRule() {}

  static Stream<Entitlement> entitlements(
      Rule rule, MilestoneReward component, GoalSnapshot goal, GoalStanding standing) {
    return standing.milestonesInForce().stream()
        .filter(milestone -> milestone.threshold().compareTo(component.threshold()) == 0)
        .map(milestone -> entitlement(rule, component, goal, milestone));
  }

  private static Entitlement entitlement(
      Rule rule, MilestoneReward component, GoalSnapshot goal, MilestoneReached milestone) {
    Money amount = Optional.ofNullable(component.amount()).map(Rounding::booked).orElse(null);
    return new Entitlement(
        new RewardKey(
            rule.planId(), component.id(), goal.goalId(), milestone.milestoneId(), goal.owner()),
        rule.version().number(),
        Kind.MILESTONE_REWARD,
        component.rewardType(),
        amount,
        component.description(),
        milestone.threshold(),
        milestone.reachedAt(),
        calculation(component, goal, milestone, amount));
  }

  private static Calculation calculation(
      MilestoneReward component,
      GoalSnapshot goal,
      MilestoneReached milestone,
      @Nullable Money amount) {
    String grants = amount == null ? component.rewardType().name() : Steps.money(amount);
    String crossed =
        "%s ≥ %s → %s"
            .formatted(
                Steps.number(milestone.attainment()), Steps.number(milestone.threshold()), grants);
    return new Calculation(
        milestone.goalVersion(),
        milestone.sequence(),
        milestone.actual(),
        Steps.targetOf(goal, milestone.goalVersion()),
        milestone.attainment(),
        List.of(crossed));
  }
}
