package dev.milepost.runtime.inbox;

import dev.milepost.runtime.outbox.OutboxRecord;
import java.util.List;

/**
 * What is sent in place of a record that was set aside.
 *
 * @param record the record to send
 * @param source CloudEvents source that it carries
 * @param eventId CloudEvents id that it carries
 * @param type CloudEvents type that it carries
 * @param fields what differs from the record that was set aside: JSON pointers into the event
 */
public record Repair(
    OutboxRecord record, String source, String eventId, String type, List<String> fields) {}
