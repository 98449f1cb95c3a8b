package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.ReceivedEvent;
import java.util.List;

/** Takes in the events of a batch. */
@FunctionalInterface
public interface BatchHandler {

  /**
   * Called inside the batch's transaction; may be called again with the same events when that
   * transaction fails, so it must leave no trace outside the database. An event may come more than
   * once: the handler itself keeps the highest version of a key, or what it has taken in.
   *
   * @param events in the order of their topic, per partition
   * @return the events that cannot be used; they are quarantined in the same transaction
   */
  List<Rejection> handle(List<ReceivedEvent> events);
}
