package dev.milepost.runtime.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * The inbox' meters: {@code milepost.inbox.batch} (time of a batch's transaction), {@code
 * milepost.inbox.retries} (batches tried again), {@code milepost.events} (records by topic and
 * outcome: handled, ignored, quarantined).
 */
@ApplicationScoped
class InboxMeters {
  private final MeterRegistry registry;
  private final Timer batch;

  InboxMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batch = registry.timer("milepost.inbox.batch");
  }

  <T> T timed(Supplier<T> work) {
    return batch.record(work);
  }

  void retried() {
    registry.counter("milepost.inbox.retries").increment();
  }

  void took(String topic, BatchOutcome outcome) {
    count(topic, "handled", outcome.handled());
    count(topic, "ignored", outcome.ignored());
    count(topic, "quarantined", outcome.quarantined());
  }

  private void count(String topic, String outcome, int records) {
    registry.counter("milepost.events", "topic", topic, "outcome", outcome).increment(records);
  }
}
