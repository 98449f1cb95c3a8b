package dev.milepost.incentive.entitlement;

import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Money;
import dev.milepost.contract.Reward;
import dev.milepost.contract.Reward.Kind;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.LedgerKind;
import dev.milepost.incentive.reward.BookedReward;
import dev.milepost.incentive.reward.RewardKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a goal entitles to with what was booked on it. Only differences are booked, so
 * settling a goal again changes nothing.
 */
final class Reconciliation {

  private Reconciliation() {}

  static List<Change> of(GoalStanding standing, List<Rule> rules, List<BookedReward> booked) {
    Map<RewardKey, Entitlement> due = byKey(Entitlements.of(standing, rules), Entitlement::key);
    Map<RewardKey, BookedReward> known = byKey(booked, BookedReward::key);
    Stream<Change> grants =
        due.values().stream().flatMap(entitlement -> grant(entitlement, known).stream());
    Stream<Change> revocations =
        booked.stream()
            .filter(BookedReward::inForce)
            .filter(reward -> !due.containsKey(reward.key()))
            .map(reward -> revoke(reward, reason(reward.reward(), standing, rules)));
    return Stream.concat(revocations, grants).toList();
  }

  private static Optional<Change> grant(Entitlement due, Map<RewardKey, BookedReward> known) {
    BookedReward before = known.get(due.key());
    boolean inForce = before != null && before.inForce();
    Money booked = difference(due.amount(), before);
    if (inForce && (booked == null || booked.amount().signum() == 0)) {
      return Optional.empty();
    }
    return Optional.of(new Change.Grant(due, before, kindOf(due, inForce, booked), booked));
  }

  private static LedgerKind kindOf(Entitlement due, boolean inForce, @Nullable Money booked) {
    boolean rises = booked != null && booked.amount().signum() > 0;
    return !inForce || (due.kind() == Kind.ATTAINMENT_PAY && rises)
        ? LedgerKind.EARNING
        : LedgerKind.ADJUSTMENT;
  }

  private static Change revoke(BookedReward before, Change.Reason reason) {
    Money amount = before.reward().amount();
    Money booked = amount == null ? null : new Money(amount.amount().negate(), amount.currency());
    LedgerKind kind =
        before.reward().kind() == Kind.MILESTONE_REWARD
            ? LedgerKind.CLAWBACK
            : LedgerKind.ADJUSTMENT;
    return new Change.Revoke(before, reason, kind, booked);
  }

  private static @Nullable Money difference(@Nullable Money due, @Nullable BookedReward before) {
    if (due == null) {
      return null;
    }
    return new Money(due.amount().subtract(amountOf(before)), due.currency());
  }

  /** A revoked reward stands at zero. */
  private static BigDecimal amountOf(@Nullable BookedReward booked) {
    return Optional.ofNullable(booked)
        .map(BookedReward::reward)
        .map(Reward::amount)
        .map(Money::amount)
        .orElse(BigDecimal.ZERO);
  }

  private static Change.Reason reason(Reward reward, GoalStanding standing, List<Rule> rules) {
    if (standing.cancelled()) {
      return Change.Reason.GOAL_CANCELLED;
    }
    if (isMilestoneInForce(reward, standing) || !isPromised(reward, rules)) {
      return Change.Reason.PLAN_CHANGED;
    }
    return reward.kind() == Kind.MILESTONE_REWARD
        ? Change.Reason.MILESTONE_REVERTED
        : Change.Reason.NOTHING_EARNED;
  }

  private static boolean isMilestoneInForce(Reward reward, GoalStanding standing) {
    return standing.milestonesInForce().stream()
        .map(MilestoneReached::milestoneId)
        .anyMatch(id -> Objects.equals(id, reward.milestoneId()));
  }

  private static boolean isPromised(Reward reward, List<Rule> rules) {
    return rules.stream()
        .filter(rule -> rule.planId().equals(reward.planId()))
        .anyMatch(rule -> rule.component().id().equals(reward.componentId()));
  }

  private static <T> Map<RewardKey, T> byKey(List<T> values, Function<T, RewardKey> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }
}
