package dev.milepost.tracking.outcome;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.inbox.QuarantinedRecord;
import dev.milepost.runtime.inbox.QuarantinedRecord.Repaired;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the event that was set aside, now or once.
 *
 * @param quarantineId its id in quarantine
 * @param reason why: a stable code
 * @param detail why, in words
 * @param recordedAt when it was set aside
 * @param replayedAt when it was sent again; absent while it waits
 * @param replayedAs the identity it was sent again under, when it was repaired
 */
public record SetAside(
    UUID quarantineId,
    String reason,
    String detail,
    Instant recordedAt,
    @Nullable Instant replayedAt,
    @Nullable SaleRef replayedAs) {

  static SetAside of(QuarantinedRecord record) {
    Repaired repaired = record.repaired();
    return new SetAside(
        record.id(),
        record.reason(),
        record.detail(),
        record.recordedAt(),
        record.replayedAt(),
        repaired == null ? null : new SaleRef(repaired.source(), repaired.eventId()));
  }
}
