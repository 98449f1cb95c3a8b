package dev.milepost.tracking.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source has sent.
 *
 * @param events how many
 * @param first when the first arrived
 * @param last when the last arrived
 * @param latestOccurred the latest time that a valid one tells of; null when none was valid
 */
record Received(long events, Instant first, Instant last, @Nullable Instant latestOccurred) {

  static Received one(Instant arrivedAt, @Nullable Instant occurredAt) {
    return new Received(1, arrivedAt, arrivedAt, occurredAt);
  }

  Received plus(Received other) {
    return new Received(
        events + other.events,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        later(latestOccurred, other.latestOccurred));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
