package dev.milepost.testing.pipeline;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.DeferredEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Makes events again that a reference {@code <key>:<first>:<last>} names. */
@ApplicationScoped
class NamedEvents implements DeferredEvents {

  static String reference(String key, int first, int last) {
    return key + ":" + first + ":" + last;
  }

  static List<OutgoingEvent> events(String key, int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(version -> event(key, version)).toList();
  }

  static OutgoingEvent event(String key, int version) {
    return new OutgoingEvent(
        EventType.METRIC_DEFINED,
        key,
        key + ":" + version,
        new MetricDefined(key, version, List.of()),
        new Cause("first", "direct", null));
  }

  @Override
  public List<OutgoingEvent> named(String reference) {
    String[] parts = reference.split(":", -1);
    return events(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
