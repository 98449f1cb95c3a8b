package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.PlanVersion;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component of the plan version that pays on a goal.
 *
 * @param plan the plan
 * @param version the version in force for the goal
 * @param component the part of it
 */
record Rule(IncentivePlan plan, PlanVersion version, Component component) {

  /** Every rule that pays on a goal. */
  static List<Rule> applyingTo(GoalSnapshot goal, Collection<IncentivePlan> plans) {
    return plans.stream().flatMap(plan -> ofPlan(plan, goal)).toList();
  }

  String planId() {
    return plan.id().toString();
  }

  private static Stream<Rule> ofPlan(IncentivePlan plan, GoalSnapshot goal) {
    return plan.versionFor(goal).stream()
        .flatMap(
            version ->
                version.terms().components().stream()
                    .filter(component -> component.metric().equals(goal.metric().key()))
                    .filter(component -> component.ownerType() == goal.owner().type())
                    .map(component -> new Rule(plan, version, component)));
  }
}
