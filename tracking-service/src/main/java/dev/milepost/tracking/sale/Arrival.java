package dev.milepost.tracking.sale;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import java.time.Instant;

/**
 * A valid sales event that arrived from the topic and may be new.
 *
 * @param event what arrived
 * @param ref its identity
 * @param content its canonical data
 */
public record Arrival(ReceivedEvent event, SaleRef ref, SaleContent content) {

  /** What arrived, with its data in canonical form. */
  public static Arrival of(ReceivedEvent event) {
    return new Arrival(
        event,
        new SaleRef(event.source(), event.id()),
        SaleContent.of(event.type(), event.data(SalesEvent.class)));
  }

  /** What it says. */
  public SalesEvent data() {
    return event.data(SalesEvent.class);
  }

  /** As it would be recorded, but without a number of its own. */
  public Sale unrecorded() {
    return recorded(0, Instant.EPOCH);
  }

  Sale recorded(long no, Instant arrivedAt) {
    return new Sale(no, ref, event.type(), data(), event.effect(), arrivedAt);
  }
}
