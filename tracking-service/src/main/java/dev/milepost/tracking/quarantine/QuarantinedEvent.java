package dev.milepost.tracking.quarantine;

import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.inbox.QuarantinedRecord.Repaired;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param repair what was sent in its place; absent when it waits or was sent as it came
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
    @Nullable String replayedBy,
    @Nullable Repair repair) {

  /**
   * What was sent in place of an event.
   *
   * @param source its CloudEvents source
   * @param eventId its CloudEvents id
   * @param type its CloudEvents type
   * @param changed what differs from the event as it came: JSON pointers
   * @param payload its data as text; only when this event alone is read
   */
  @Schema(name = "QuarantineRepair")
  public record Repair(
      String source, String eventId, String type, List<String> changed, @Nullable String payload) {

    static @Nullable Repair of(@Nullable Repaired repaired, boolean withPayload) {
      return repaired == null
          ? null
          : new Repair(
              repaired.source(),
              repaired.eventId(),
              repaired.type(),
              repaired.fields(),
              withPayload ? repaired.payload() : null);
    }
  }

  static QuarantinedEvent of(QuarantinedRecord row) {
    return of(row, false);
  }

  static QuarantinedEvent withPayload(QuarantinedRecord row) {
    return of(row, true);
  }

  private static QuarantinedEvent of(QuarantinedRecord row, boolean withPayload) {
    return new QuarantinedEvent(
        row.id(),
        row.reason(),
        row.detail(),
        row.source(),
        row.eventId(),
        row.eventType(),
        withPayload ? row.payload() : null,
        row.partition(),
        row.offset(),
        row.recordedAt(),
        row.replayedAt(),
        row.replayedBy(),
        Repair.of(row.repaired(), withPayload));
  }
}
