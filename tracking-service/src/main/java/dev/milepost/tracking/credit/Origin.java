package dev.milepost.tracking.credit;

import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.rule.RuleRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What led to a row of the credits where that is not the sale alone.
 *
 * @param rule the rule that the credit was made by; null when the sale itself says who sold
 * @param whole the share that the credit would have begun with, had reversals not taken back a part
 *     of the sale before it was made; null when none had
 * @param reCredited why the row was made though its sale had been credited before; null when it was
 *     made with its sale, or by a reversal
 */
public record Origin(
    @Nullable RuleRef rule, @Nullable BigDecimal whole, @Nullable ReCredited reCredited) {

  /** The origin of a credit that a sale led to when it arrived. */
  static @Nullable Origin of(Share share) {
    return share.rule() == null ? null : new Origin(share.rule(), null, null);
  }

  /**
   * Why a sale was credited anew.
   *
   * @param no our number of the change that led to it
   * @param reason what changed
   * @param effect the cause of what follows from it
   */
  public record ReCredited(long no, ReCreditReason reason, Cause effect) {}
}
