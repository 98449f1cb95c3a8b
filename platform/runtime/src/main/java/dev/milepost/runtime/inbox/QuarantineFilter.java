package dev.milepost.runtime.inbox;

import dev.milepost.runtime.sql.Where;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a topic a list is about. What is null narrows nothing.
 *
 * @param reason why they were set aside
 * @param source CloudEvents source
 * @param from set aside from this instant on
 * @param to set aside before this instant
 * @param replayed those that were sent again, instead of those that wait
 */
public record QuarantineFilter(
    @Nullable String reason,
    @Nullable String source,
    @Nullable Instant from,
    @Nullable Instant to,
    boolean replayed) {

  Where narrow(Where where) {
    where.equal("reason", reason).equal("source", source);
    where.and(replayed ? "replayed_at IS NOT NULL" : "replayed_at IS NULL");
    if (from != null) {
      where.and("recorded_at >= ?", from);
    }
    return to == null ? where : where.and("recorded_at < ?", to);
  }
}
