package dev.milepost.tracking.quarantine;

import dev.milepost.runtime.inbox.QuarantinedRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the sales topic that was set aside.
 *
 * @param id its id in quarantine
 * @param reason why: a stable code
 * @param detail why, in words
 * @param source CloudEvents source; absent when it could not be read
 * @param eventId CloudEvents id; absent when it could not be read
 * @param type CloudEvents type; absent when it could not be read
 * @param payload the record's value as text; only when this event alone is read
 * @param partition where it came from
 * @param offset where it came from
 * @param recordedAt when it was set aside
 * @param replayedAt when it was sent again; absent while it waits
 * @param replayedBy who sent it again
 */
public record QuarantinedEvent(
    UUID id,
    String reason,
    String detail,
    @Nullable String source,
    @Nullable String eventId,
    @Nullable String type,
    @Nullable String payload,
    int partition,
    long offset,
    Instant recordedAt,
    @Nullable Instant replayedAt,
    @Nullable String replayedBy) {

  static QuarantinedEvent of(QuarantinedRecord row) {
    return of(row, null);
  }

  static QuarantinedEvent withPayload(QuarantinedRecord row) {
    return of(row, row.payload());
  }

  private static QuarantinedEvent of(QuarantinedRecord row, @Nullable String payload) {
    return new QuarantinedEvent(
        row.id(),
        row.reason(),
        row.detail(),
        row.source(),
        row.eventId(),
        row.eventType(),
        payload,
        row.partition(),
        row.offset(),
        row.recordedAt(),
        row.replayedAt(),
        row.replayedBy());
  }
}
