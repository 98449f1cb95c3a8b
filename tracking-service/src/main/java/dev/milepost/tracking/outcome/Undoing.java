package dev.milepost.tracking.outcome;

import dev.milepost.contract.Ratio;
import dev.milepost.contract.SaleRef;
import dev.milepost.tracking.credit.Reversal;
import dev.milepost.tracking.progress.Decimals;
import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reversal and what it did.
 *
 * @param reversal the event that reverses
 * @param original the event that is reversed
 * @param amount the amount that it asks back; absent when it asks for all
 * @param part the part of the original that it took back, to 18 digits; absent unless it applied
 * @param settledAt when it was decided on; absent while it waits
 */
public record Undoing(
    SaleRef reversal,
    SaleRef original,
    @Nullable BigDecimal amount,
    @Nullable @Ratio BigDecimal part,
    @Nullable Instant settledAt) {

  static Undoing of(Reversal reversal) {
    BigDecimal part = reversal.part();
    return new Undoing(
        reversal.reversal(),
        reversal.original(),
        reversal.amount(),
        part == null ? null : Decimals.shortest(Digits.rounded(part, Digits.FRACTION)),
        reversal.settledAt());
  }
}
