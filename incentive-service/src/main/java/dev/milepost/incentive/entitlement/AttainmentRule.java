package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Reward.Kind;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.reward.RewardKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attainment pay: {@code target incentive × weight × payout(attainment) × proration}, rounded once.
 * No data earns nothing, which is not the same as an attainment of zero.
 */
final class AttainmentRule {

  /** Everyone takes part for the whole period. */
  private static final BigDecimal PRORATION = BigDecimal.ONE;

  private AttainmentRule() {}

  static Stream<Entitlement> entitlements(
      Rule rule, AttainmentPay pay, GoalSnapshot goal, @Nullable ProgressRecorded progress) {
    Money incentive = rule.version().terms().targetIncentiveOf(goal.owner().id());
    if (progress == null || incentive == null || !isDue(pay, progress)) {
      return Stream.empty();
    }
    BigDecimal attainment = paidAttainment(progress);
    return attainment == null
        ? Stream.empty()
        : Stream.of(entitlement(rule, pay, goal, progress, incentive, attainment))
            .filter(AttainmentRule::paysSomething);
  }

  private static boolean isDue(AttainmentPay pay, ProgressRecorded progress) {
    return switch (pay.settlement()) {
      case Settlement.EACH_EVENT -> true;
      case Settlement.AT_CLOSE -> progress.finalResult() || progress.restatedAttainment() != null;
    };
  }

  /** Pay follows the restated attainment once there is one. */
  private static @Nullable BigDecimal paidAttainment(ProgressRecorded progress) {
    return progress.restatedAttainment() != null
        ? progress.restatedAttainment()
        : progress.attainment();
  }

  private static Entitlement entitlement(
      Rule rule,
      AttainmentPay pay,
      GoalSnapshot goal,
      ProgressRecorded progress,
      Money incentive,
      BigDecimal attainment) {
    BigDecimal payout = pay.payCurve().payoutAt(attainment);
    BigDecimal exact =
        incentive.amount().multiply(pay.weight()).multiply(payout).multiply(PRORATION);
    Money amount = Rounding.booked(new Money(exact, incentive.currency()));
    return new Entitlement(
        new RewardKey(rule.planId(), pay.id(), goal.goalId(), null, goal.owner()),
        rule.version().number(),
        Kind.ATTAINMENT_PAY,
        RewardType.CASH,
        amount,
        null,
        null,
        progress.recordedAt(),
        calculation(progress, attainment, payoutStep(pay, attainment, payout))
            .then(amountStep(pay, incentive, payout, amount)));
  }

  private static Calculation calculation(
      ProgressRecorded progress, BigDecimal attainment, String step) {
    return new Calculation(
        progress.goalVersion(),
        progress.sequence(),
        progress.actual(),
        progress.target(),
        attainment,
        List.of(step));
  }

  private static String payoutStep(AttainmentPay pay, BigDecimal attainment, BigDecimal payout) {
    return pay.payCurve()
        .pieceAt(attainment)
        .map(
            piece ->
                "payout(%s) = %s + %s × (%s − %s) = %s"
                    .formatted(
                        Steps.number(attainment),
                        Steps.number(piece.payoutAtFrom()),
                        Steps.number(piece.slope()),
                        Steps.number(attainment),
                        Steps.number(piece.from()),
                        Steps.number(payout)))
        .orElseGet(() -> "payout(%s) = 0".formatted(Steps.number(attainment)));
  }

  private static String amountStep(
      AttainmentPay pay, Money incentive, BigDecimal payout, Money amount) {
    return "%s × %s × %s × %s = %s"
        .formatted(
            Steps.money(incentive),
            Steps.number(pay.weight()),
            Steps.number(payout),
            Steps.number(PRORATION),
            Steps.money(amount));
  }

  private static boolean paysSomething(Entitlement entitlement) {
    return entitlement.amount() != null && entitlement.amount().amount().signum() != 0;
  }
}
