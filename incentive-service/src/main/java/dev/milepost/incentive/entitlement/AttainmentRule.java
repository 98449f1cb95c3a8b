package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Reward.Kind;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PayCurve.Piece;
import dev.milepost.incentive.reward.RewardKey;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Attainment pay: {@code target incentive × weight × payout(attainment) × proration}. It follows
 * the attainment as it was published, rounded down to ten decimal places; from there on everything
 * is exact until the amount is rounded, once. No data earns nothing, which is not the same as an
 * attainment of zero.
 */
final class AttainmentRule {

  /** Everyone takes part for the whole period. */
  private static final BigDecimal PRORATION = BigDecimal.ONE;

  private AttainmentRule() {}

  static Stream<Entitlement> entitlements(
      Rule rule, AttainmentPay pay, GoalSnapshot goal, @Nullable ProgressRecorded progress) {
    Money incentive = rule.version().terms().targetIncentiveOf(goal.owner().id());
    if (progress == null || incentive == null) {
      return Stream.empty();
    }
    PaidProgress paid = new PaidProgress(progress);
    BigDecimal attainment = paid.attainment();
    return attainment == null || !isDue(pay, paid)
        ? Stream.empty()
        : Stream.of(entitlement(rule, pay, goal, paid, incentive, attainment))
            .filter(AttainmentRule::paysSomething);
  }

  private static boolean isDue(AttainmentPay pay, PaidProgress paid) {
    return switch (pay.settlement()) {
      case Settlement.EACH_EVENT -> true;
      case Settlement.AT_CLOSE -> paid.isResult();
    };
  }

  private static Entitlement entitlement(
      Rule rule,
      AttainmentPay pay,
      GoalSnapshot goal,
      PaidProgress paid,
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
        paid.progress().recordedAt(),
        paid.calculation()
            .then(payoutStep(pay, attainment, payout))
            .then(amountStep(pay, incentive, payout, amount)));
  }

  private static String payoutStep(AttainmentPay pay, BigDecimal attainment, BigDecimal payout) {
    return pay.payCurve()
        .pieceAt(attainment)
        .map(piece -> payoutStep(piece, attainment, payout))
        .orElseGet(() -> "payout(%s) = 0".formatted(Steps.number(attainment)));
  }

  private static String payoutStep(Piece piece, BigDecimal attainment, BigDecimal payout) {
    BigDecimal uncapped = piece.payoutAt(attainment);
    String line =
        "payout(%s) = %s + %s × (%s − %s) = %s"
            .formatted(
                Steps.number(attainment),
                Steps.number(piece.payoutAtFrom()),
                Steps.number(piece.slope()),
                Steps.number(attainment),
                Steps.number(piece.from()),
                Steps.number(uncapped));
    return payout.compareTo(uncapped) < 0 ? line + ", at most " + Steps.number(payout) : line;
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
