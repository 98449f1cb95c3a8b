package dev.milepost.tracking.credit;

import dev.milepost.contract.Money;
import dev.milepost.tracking.sale.Digits;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a reversal does to its original. */
sealed interface Settlement {
  /**
   * Parts are kept to this many digits: so many that an amount multiplied by a part differs from
   * the exact one by less than any digit that amounts and shares have.
   */
  int PART_SCALE = 60;

  /** Takes back this part of the original, in (0, 1]. */
  record Apply(BigDecimal part) implements Settlement {}

  /** Changes nothing, for the reason named by a stable code. */
  record WithoutEffect(String reason) implements Settlement {}

  /**
   * Decides on one reversal. Whatever was taken back before is not taken back again: a second
   * reversal of the whole finds nothing left, and one of a part takes at most what is left.
   *
   * @param amount the amount to take back; null for all of it
   * @param takenBefore the part that earlier reversals took back, 0 to 1
   */
  static Settlement of(Sale original, @Nullable BigDecimal amount, BigDecimal takenBefore) {
    BigDecimal left = BigDecimal.ONE.subtract(takenBefore);
    if (original.isReversal()) {
      return new WithoutEffect("ORIGINAL_IS_A_REVERSAL");
    }
    if (left.signum() <= 0) {
      return new WithoutEffect("NOTHING_LEFT");
    }
    if (amount == null) {
      return new Apply(left);
    }
    Money whole = original.data().amount();
    if (whole == null || whole.amount().signum() == 0) {
      return new WithoutEffect("ORIGINAL_HAS_NO_AMOUNT");
    }
    return amount.signum() == whole.amount().signum()
        ? new Apply(part(whole.amount(), amount, takenBefore))
        : new WithoutEffect("AMOUNT_HAS_OTHER_SIGN");
  }

  /** By the amounts taken back in all, not step by step: three thirds are the whole. */
  private static BigDecimal part(BigDecimal whole, BigDecimal amount, BigDecimal takenBefore) {
    BigDecimal taken = Digits.rounded(takenBefore.multiply(whole), Digits.FRACTION).add(amount);
    BigDecimal takenAfter = taken.divide(whole, PART_SCALE, RoundingMode.HALF_EVEN);
    return takenAfter.min(BigDecimal.ONE).subtract(takenBefore);
  }
}
