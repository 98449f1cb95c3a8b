package dev.milepost.tracking.credit;

import dev.milepost.tracking.sale.Originals;
import dev.milepost.tracking.sale.Originals.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Sees to it that returns are credited anew once the events that they name have arrived. Until then
 * they count for those goals only that count returns on their own date.
 */
@ApplicationScoped
public class OriginalNews {
  private final Originals originals;
  private final ReCreditTasks tasks;
  private final Event<ReCreditingDue> due;

  OriginalNews(Originals originals, ReCreditTasks tasks, Event<ReCreditingDue> due) {
    this.originals = originals;
    this.tasks = tasks;
    this.due = due;
  }

  /** The originals of these returns have just been recorded. */
  void came(Collection<Long> returns, Instant now) {
    if (!returns.isEmpty()) {
      creditAnew(originals.find(returns), now);
    }
  }

  /** Looks for originals that were recorded in one moment with their return, and neither saw it. */
  public void lookAgain(Instant now) {
    creditAnew(originals.find(null), now);
  }

  private void creditAnew(List<Found> found, Instant now) {
    found.forEach(one -> tasks.add(one.saleNo(), one.correlationId(), now));
    if (!found.isEmpty()) {
      due.fire(new ReCreditingDue());
    }
  }
}
