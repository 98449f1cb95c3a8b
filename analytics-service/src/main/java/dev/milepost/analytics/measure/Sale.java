package dev.milepost.analytics.measure;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;

/**
 * A sales event as it is measured.
 *
 * @param ref its identity
 * @param type its CloudEvents type
 * @param data what it says
 */
record Sale(SaleRef ref, String type, SalesEvent data) {

  static Sale of(ReceivedEvent event) {
    return new Sale(
        new SaleRef(event.source(), event.id()),
        event.type().typeName(),
        event.data(SalesEvent.class));
  }
}
