package dev.milepost.tracking.sale;

import java.util.Objects;

/**
 * One version of an {@link Entity}.
 *
 * @param number counts up with every change of the entity, in steps of any size
 * @param eventNo our number of the event that told it
 */
record Version(long number, long eventNo) {

  /** The version that a sale with an entity is. */
  static Version of(Sale sale) {
    long number = Objects.requireNonNull(sale.data().entityVersion(), "it has an entity");
    return new Version(number, sale.no());
  }

  /**
   * Whether this version, which came later, takes the place of the other. The same version told by
   * another event does not: the first that told it stays.
   */
  boolean supersedes(Version other) {
    return number > other.number;
  }
}
