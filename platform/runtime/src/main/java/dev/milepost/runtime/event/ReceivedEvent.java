package dev.milepost.runtime.event;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read from a topic.
 *
 * @param source CloudEvents source
 * @param id CloudEvents id, unique within the source
 * @param type what kind of event it is
 * @param data its data
 * @param json its data as it came
 * @param effect the cause of whatever this event leads to: its correlation, itself, its trace
 * @param raw the record that carried it
 */
public record ReceivedEvent(
    String source,
    String id,
    EventType type,
    Event data,
    byte[] json,
    Cause effect,
    ConsumerRecord<byte[], byte[]> raw) {

  /**
   * The data as the record that the event's type maps to.
   *
   * @throws ClassCastException when the type has other data
   */
  public <E extends Event> E data(Class<E> dataClass) {
    return dataClass.cast(data);
  }

  /** The same event, its effects being part of another span. */
  public ReceivedEvent inTrace(@Nullable String traceParent) {
    Cause traced = new Cause(effect.correlationId(), effect.causationId(), traceParent);
    return new ReceivedEvent(source, id, type, data, json, traced, raw);
  }
}
