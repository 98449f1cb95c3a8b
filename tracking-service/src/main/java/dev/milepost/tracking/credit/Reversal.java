package dev.milepost.tracking.credit;

import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reversal as it stands.
 *
 * @param reversal identity of the event that reverses
 * @param original identity of the event that is reversed
 * @param state how far it is
 * @param amount the amount to take back; null for all
 * @param part the part of the original that it took back, in (0, 1]; null unless it applied
 * @param reason why it has no effect: a stable code; null otherwise
 * @param settledAt when it was decided on; null while it waits
 */
public record Reversal(
    SaleRef reversal,
    SaleRef original,
    State state,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal part,
    @Nullable String reason,
    @Nullable Instant settledAt) {

  /** How far a reversal is. */
  public enum State {
    /** Its original has not arrived. */
    WAITING,
    /** It took something back. */
    APPLIED,
    /** It changed nothing. */
    WITHOUT_EFFECT
  }
}
