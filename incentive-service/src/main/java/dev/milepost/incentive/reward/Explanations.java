package dev.milepost.incentive.reward;

import dev.milepost.contract.Reward;
import dev.milepost.incentive.credit.Credits;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.ledger.Ledger;
import dev.milepost.incentive.ledger.LedgerLine;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.PlanVersion;
import dev.milepost.incentive.plan.Plans;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Explains rewards. */
@ApplicationScoped
class Explanations {
  private final Rewards rewards;
  private final Ledger ledger;
  private final Plans plans;
  private final GoalStandings goals;
  private final Credits credits;
  private final Visibility visibility;

  Explanations(
      Rewards rewards,
      Ledger ledger,
      Plans plans,
      GoalStandings goals,
      Credits credits,
      Visibility visibility) {
    this.rewards = rewards;
    this.ledger = ledger;
    this.plans = plans;
    this.goals = goals;
    this.credits = credits;
    this.visibility = visibility;
  }

  /** The explanation of a reward, with a page of the credits behind it: all of one moment. */
  @Transactional
  Optional<Explanation> explain(UUID rewardId, PageRequest page) {
    ledger.freeze();
    VisibleOwners visible = visibility.ofRewards();
    return rewards.find(rewardId, visible).map(booked -> explain(booked, visible, page));
  }

  private Explanation explain(BookedReward booked, VisibleOwners visible, PageRequest page) {
    Reward reward = booked.reward();
    List<LedgerLine> lines = ledger.ofReward(UUID.fromString(reward.rewardId()));
    Calculation paid = lines.getLast().calculation();
    return new Explanation(
        RewardView.of(booked),
        rule(reward),
        goals.find(reward.goalId()).map(GoalStanding::goal).map(Explanation.Goal::of).orElseThrow(),
        Explanation.Progress.of(paid, credits.coverage(reward.goalId(), paid.sequence())),
        lines,
        credits.page(reward.goalId(), paid.sequence(), visible, page));
  }

  private Explanation.Rule rule(Reward reward) {
    IncentivePlan plan = plans.find(UUID.fromString(reward.planId())).orElseThrow();
    PlanVersion version = plan.versions().get(reward.planVersion() - 1);
    Component component =
        version.terms().components().stream()
            .filter(candidate -> candidate.id().equals(reward.componentId()))
            .findFirst()
            .orElseThrow();
    return Explanation.Rule.of(plan, version, component, reward.recipient());
  }
}
