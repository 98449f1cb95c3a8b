package dev.milepost.runtime.event;

import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;

/**
 * An event to publish.
 *
 * @param type what kind of event it is; decides the topic
 * @param key record key: events of one key leave in the order in which they were appended
 * @param id CloudEvents id; the same fact must always get the same id, so that a re-send is a
 *     duplicate
 * @param data its data
 * @param cause why it happened
 */
public record OutgoingEvent(EventType type, String key, String id, Event data, Cause cause) {

  public OutgoingEvent {
    if (!type.dataClass().isInstance(data)) {
      throw new IllegalArgumentException(type + " does not carry " + data.getClass().getName());
    }
  }
}
