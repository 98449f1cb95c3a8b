package dev.milepost.tracking.progress;

import dev.milepost.runtime.event.OutgoingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    count(ENTRIES, "kind", entries.stream().map(Entry::kind));
  }

  void told(List<OutgoingEvent> events) {
    count(TOLD, "type", events.stream().map(OutgoingEvent::type));
  }

  private <E extends Enum<E>> void count(String meter, String tag, Stream<E> values) {
    values
        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
        .forEach((value, times) -> registry.counter(meter, tag, value.name()).increment(times));
  }
}
