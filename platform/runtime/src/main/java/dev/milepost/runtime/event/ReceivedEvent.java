package dev.milepost.runtime.event;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.runtime.time.BrokerTime;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
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

  /**
   * When the event arrived at the broker: what its record is stamped with, if the broker stamped
   * it; a producer's stamp says nothing, and then the event arrives when it is read. Nothing
   * arrives after it was read, whatever the clocks say.
   *
   * @param broker reads the stamp
   * @param now when the event is read
   */
  public Instant arrivedAt(BrokerTime broker, Instant now) {
    if (raw.timestampType() != TimestampType.LOG_APPEND_TIME) {
      return now;
    }
    Instant stamped = broker.of(raw.timestamp());
    return stamped.isAfter(now) ? now : stamped;
  }

  /** The same event, its effects being part of another span. */
  public ReceivedEvent inTrace(@Nullable String traceParent) {
    Cause traced = new Cause(effect.correlationId(), effect.causationId(), traceParent);
    return new ReceivedEvent(source, id, type, data, json, traced, raw);
  }
}
