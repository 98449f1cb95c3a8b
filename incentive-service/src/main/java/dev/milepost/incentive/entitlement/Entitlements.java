package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a goal entitles its owner to: a pure function of what is known of the goal and of the rules
 * in force. It does not know what was booked before.
 *
 * <p>A cancelled goal entitles to nothing: its successor is filled from the same sales, and one
 * sale must not pay the same promise twice.
 */
final class Entitlements {

  private Entitlements() {}

  static List<Entitlement> of(GoalStanding standing, List<Rule> rules) {
    GoalSnapshot goal = standing.goal();
    if (goal == null || standing.cancelled()) {
      return List.of();
    }
    return rules.stream().flatMap(rule -> of(rule, goal, standing)).toList();
  }

  private static Stream<Entitlement> of(Rule rule, GoalSnapshot goal, GoalStanding standing) {
    return switch (rule.component()) {
      case MilestoneReward reward -> MilestoneRule.entitlements(rule, reward, goal, standing);
      case AttainmentPay pay -> AttainmentRule.entitlements(rule, pay, goal, standing.progress());
    };
  }
}
