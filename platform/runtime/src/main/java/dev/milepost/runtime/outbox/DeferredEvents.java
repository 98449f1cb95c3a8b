package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.OutgoingEvent;
import java.util.List;

/**
 * Makes the events of a deferred row again, from what the service has stored. Asked when the
 * process that deferred them is gone, or is not the one that sends.
 */
public interface DeferredEvents {

  /**
   * The events that a reference names, in an order that is right for every key.
   *
   * <p>An event has the id and the data that it had when it was deferred, so that sending it again
   * is a duplicate. Where only the newest event of a key matters, that one may stand for older
   * ones: what was committed later has a later row.
   *
   * @param reference as it was given to {@link Outbox#defer}
   */
  List<OutgoingEvent> named(String reference);
}
