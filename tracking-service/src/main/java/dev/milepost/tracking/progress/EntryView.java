package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.SaleRef;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a goal's ledger.
 *
 * @param sequence its number among the goal's, from 1
 * @param kind how it came about
 * @param reason why it was made
 * @param creditId the credit
 * @param revision revision of the credit: 0, or counting up with everything taken back
 * @param participantId who is credited
 * @param sale the sale
 * @param saleType CloudEvents type of the sale
 * @param occurredAt when the sale happened
 * @param recordedAt when the line was booked
 * @param delta what it adds to the goal's numerator: of a flow that adds up, the value, in the
 *     metric's unit
 * @param denominator AVERAGE and RATIO: what it adds to the divisor; LATEST: 1 for a value that
 *     comes into force, -1 for one that goes; DISTINCT_COUNT: 1 when the key turns out to have been
 *     seen before the period, -1 when not any more
 * @param key DISTINCT_COUNT: the key
 * @param change what it changed in the value of a flow: {@code delta}; of a DISTINCT_COUNT, where a
 *     key counts once, 1, 0 or -1. Of kind TRUE_UP in the restated value. Absent for a level, whose
 *     value is no sum
 * @param window among the changes of a level: that the sale was known before, and came into the
 *     window or left it; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
    long sequence,
    Kind kind,
    EntryReason reason,
    String creditId,
    int revision,
    String participantId,
    SaleRef sale,
    String saleType,
    Instant occurredAt,
    Instant recordedAt,
    BigDecimal delta,
    @Nullable BigDecimal denominator,
    @Nullable String key,
    @Nullable BigDecimal change,
    @Nullable Moved window) {

  /** What became of an entry while a level's window moved on. */
  public enum Moved {
    ENTERED,
    LEFT
  }

  /** The same line of a goal that counts keys; lines of others know what they change. */
  EntryView changing(@Nullable BigDecimal keys) {
    return keys == null ? this : with(keys, window);
  }

  /** The same line, known before the window moved. */
  EntryView moving(Moved moved) {
    return with(change, moved);
  }

  private EntryView with(@Nullable BigDecimal changed, @Nullable Moved moved) {
    return new EntryView(
        sequence,
        kind,
        reason,
        creditId,
        revision,
        participantId,
        sale,
        saleType,
        occurredAt,
        recordedAt,
        delta,
        denominator,
        key,
        changed,
        moved);
  }
}
