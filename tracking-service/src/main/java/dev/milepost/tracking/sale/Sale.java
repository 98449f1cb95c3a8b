package dev.milepost.tracking.sale;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A valid sales event that is recorded.
 *
 * @param no our own number of it
 * @param ref its identity
 * @param type its kind
 * @param data what it says
 * @param effect the cause of whatever it leads to
 * @param arrivedAt when it came to the broker, which can be long before we recorded it
 */
public record Sale(
    long no, SaleRef ref, EventType type, SalesEvent data, Cause effect, Instant arrivedAt) {

  /** Its amount in its own currency; null when it has none. */
  public @Nullable BigDecimal amount() {
    Money amount = data.amount();
    return amount == null ? null : amount.amount();
  }

  /** Whether it gives back something of another one, which it names. */
  public boolean isReturn() {
    return data.returnOf() != null && !isReversal();
  }

  /** Whether it undoes another one. */
  public boolean isReversal() {
    return type == EventType.EVENT_REVERSED;
  }
}
