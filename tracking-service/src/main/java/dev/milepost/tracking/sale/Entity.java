package dev.milepost.tracking.sale;

import dev.milepost.contract.SalesEvent;
import java.util.Comparator;
import java.util.Optional;

/**
 * A record of another system that is sent again, as a new event, whenever it changes.
 *
 * @param source who sends it
 * @param key its key there, one for all kinds of records
 */
record Entity(String source, String key) implements Comparable<Entity> {
  private static final Comparator<Entity> ORDER =
      Comparator.comparing(Entity::source).thenComparing(Entity::key);

  /** The record that a sale is a version of. A reversal is a version of none. */
  static Optional<Entity> of(Sale sale) {
    SalesEvent data = sale.data();
    return sale.isReversal() || data.entityKey() == null || data.entityVersion() == null
        ? Optional.empty()
        : Optional.of(new Entity(sale.ref().source(), data.entityKey()));
  }

  @Override
  public int compareTo(Entity other) {
    return ORDER.compare(this, other);
  }
}
