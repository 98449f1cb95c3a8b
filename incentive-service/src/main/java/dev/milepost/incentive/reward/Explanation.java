package dev.milepost.incentive.reward;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.incentive.credit.Coverage;
import dev.milepost.incentive.credit.CreditLine;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.ledger.LedgerLine;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.Person;
import dev.milepost.incentive.plan.PlanVersion;
import dev.milepost.runtime.paging.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a reward: the walk from the reward to the sales events.
 *
 * @param reward the reward
 * @param rule what promised it
 * @param goal the goal it was earned on
 * @param progress the progress that was paid
 * @param ledger every line of the reward, each with its calculation
 * @param credits what the progress is made of, as far as the caller may see it
 */
record Explanation(
    RewardView reward,
    Rule rule,
    Goal goal,
    Progress progress,
    List<LedgerLine> ledger,
    Page<CreditLine> credits) {

  /**
   * The rule and its version.
   *
   * @param targetIncentive the recipient's own; attainment pay only
   */
  record Rule(
      String planId,
      String planName,
      int planVersion,
      @Nullable String approvedBy,
      @Nullable Instant activatedAt,
      Component component,
      @Nullable Money targetIncentive) {

    static Rule of(IncentivePlan plan, PlanVersion version, Component component, Owner recipient) {
      Person approvedBy = version.approvedBy();
      return new Rule(
          plan.id().toString(),
          plan.name(),
          version.number(),
          approvedBy == null ? null : approvedBy.principal(),
          version.activatedAt(),
          component,
          component instanceof Component.AttainmentPay
              ? version.terms().targetIncentiveOf(recipient.id())
              : null);
    }
  }

  /** The goal, in short. */
  record Goal(
      String goalId,
      String statement,
      Owner owner,
      String metric,
      int metricVersion,
      String unit,
      String period) {

    static Goal of(GoalSnapshot goal) {
      return new Goal(
          goal.goalId(),
          goal.statement(),
          goal.owner(),
          goal.metric().key(),
          goal.metric().version(),
          goal.metric().unit(),
          goal.period().label());
    }
  }

  /**
   * The progress that was paid.
   *
   * @param fromSequence first progress line that was counted; 0 when there was none
   * @param toSequence last progress line that was counted
   * @param credited what the lines known here add up to, in the metric's unit
   * @param complete whether every one of these lines is known here; false only for moments
   */
  record Progress(
      int goalVersion,
      @Nullable BigDecimal actual,
      BigDecimal target,
      @Nullable @Ratio BigDecimal attainment,
      long fromSequence,
      long toSequence,
      BigDecimal credited,
      boolean complete) {

    static Progress of(Calculation calculation, Coverage coverage) {
      return new Progress(
          calculation.goalVersion(),
          calculation.actual(),
          calculation.target(),
          calculation.attainment(),
          Math.min(1, calculation.sequence()),
          calculation.sequence(),
          coverage.total(),
          coverage.lines() == calculation.sequence());
    }
  }
}
