package dev.milepost.tracking.sale;

import dev.milepost.contract.SaleRef;
import org.jspecify.annotations.Nullable;

/**
 * The events before and after one among the versions of its entity.
 *
 * @param supersedes the event that counted until this one took its place
 * @param supersededBy the event that was in force when this one stopped counting, or came too late
 *     to count
 */
public record VersionNeighbours(@Nullable SaleRef supersedes, @Nullable SaleRef supersededBy) {
  /** Of an event that is a version of nothing, or the only one. */
  public static final VersionNeighbours NONE = new VersionNeighbours(null, null);
}
