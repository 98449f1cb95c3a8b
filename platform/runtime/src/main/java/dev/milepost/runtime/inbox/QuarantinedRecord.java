package dev.milepost.runtime.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside.
 *
 * @param id its id in the quarantine
 * @param topic where it came from
 * @param partition where it came from
 * @param offset where it came from
 * @param source CloudEvents source, if that could be read
 * @param eventId CloudEvents id, if that could be read
 * @param eventType CloudEvents type, if that could be read
 * @param reason stable code
 * @param detail what is wrong, in words
 * @param payload the value as text; bytes that are no UTF-8 are replaced
 * @param recordedAt when it was set aside
 * @param replayedAt when it was sent again
 * @param replayedBy who sent it again
 * @param repaired what was sent in its place; null when it waits or was sent as it came
 */
public record QuarantinedRecord(
    UUID id,
    String topic,
    int partition,
    long offset,
    @Nullable String source,
    @Nullable String eventId,
    @Nullable String eventType,
    String reason,
    String detail,
    @Nullable String payload,
    Instant recordedAt,
    @Nullable Instant replayedAt,
    @Nullable String replayedBy,
    @Nullable Repaired repaired) {

  /**
   * What was sent in place of a record.
   *
   * @param source CloudEvents source that it carried
   * @param eventId CloudEvents id that it carried
   * @param type CloudEvents type that it carried
   * @param payload its value as text
   * @param fields what differed: JSON pointers into the event
   */
  public record Repaired(
      String source, String eventId, String type, String payload, List<String> fields) {}
}
