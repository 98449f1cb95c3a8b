package dev.milepost.runtime.outbox;

import dev.milepost.runtime.event.OutgoingEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Events of deferred rows that this process wrote and has not yet sent. Only a short cut: what is
 * not here is made from the tables. Holds nothing while another process sends, and no more than a
 * given number of events, for which an event is weighed as a kilobyte. Thread-safe.
 */
final class KeptEvents {
  private static final int BYTES_OF_AN_EVENT = 1024;

  private final Map<Long, List<OutgoingEvent>> byRow = new HashMap<>();
  private final long most;
  private long kept;
  private boolean sending;

  KeptEvents(long mostBytes) {
    this.most = mostBytes / BYTES_OF_AN_EVENT;
  }

  /** Whether this process is the one that sends, from now on; what was kept before is dropped. */
  synchronized void sending(boolean here) {
    sending = here;
    byRow.clear();
    kept = 0;
  }

  /** Keeps the events if there is room. */
  synchronized void keep(long row, List<OutgoingEvent> events) {
    if (sending && kept + events.size() <= most) {
      byRow.put(row, events);
      kept += events.size();
    }
  }

  /** Gives the events away: they are not kept any longer. */
  synchronized Optional<List<OutgoingEvent>> take(long row) {
    Optional<List<OutgoingEvent>> events = Optional.ofNullable(byRow.remove(row));
    kept -= events.map(List::size).orElse(0);
    return events;
  }
}
