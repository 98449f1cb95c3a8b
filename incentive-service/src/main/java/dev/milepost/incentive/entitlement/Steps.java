package dev.milepost.incentive.entitlement;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Money;
import java.math.BigDecimal;

/** Writes arithmetic down, the same in every language. */
final class Steps {

  private Steps() {}

  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static String money(Money money) {
    return money.amount().toPlainString() + " " + money.currency();
  }

  /** "now − before = difference". */
  static String difference(Money now, Money before) {
    Money difference = new Money(now.amount().subtract(before.amount()), now.currency());
    return "%s − %s = %s"
        .formatted(
            now.amount().toPlainString(), before.amount().toPlainString(), money(difference));
  }

  /** The target that a version of the goal asked for. */
  static BigDecimal targetOf(GoalSnapshot goal, int goalVersion) {
    return goal.versions().stream()
        .filter(version -> version.version() == goalVersion)
        .findFirst()
        .orElseGet(goal::current)
        .target();
  }
}
