package dev.milepost.tracking.progress;

import dev.milepost.runtime.event.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * The meters {@code milepost.progress.entries} (booked, by kind) and {@code milepost.goals.told}
 * (what was told of goals, by type of event). A batch whose transaction is tried again counts
 * again.
 */
@ApplicationScoped
class ProgressMeters {
  private static final String ENTRIES = "milepost.progress.entries";
  private static final String TOLD = "milepost.goals.told";

  private final MeterRegistry registry;

  ProgressMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void booked(List<Entry> entries) {
    entries.forEach(entry -> registry.counter(ENTRIES, "kind", entry.kind().name()).increment());
  }

  void told(List<OutgoingEvent> events) {
    events.forEach(event -> registry.counter(TOLD, "type", event.type().name()).increment());
  }
}
