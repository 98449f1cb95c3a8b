package dev.milepost.tracking.sale;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The meter {@code milepost.sales.events}: valid sales events that arrived, by outcome (recorded,
 * duplicate, conflict). A batch whose transaction is tried again counts again.
 */
@ApplicationScoped
class SaleMeters {
  private static final String EVENTS = "milepost.sales.events";

  private final MeterRegistry registry;

  SaleMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void arrived(int all, int recorded, int conflicts) {
    count("recorded", recorded);
    count("duplicate", all - recorded - conflicts);
    count("conflict", conflicts);
  }

  private void count(String outcome, int events) {
    registry.counter(EVENTS, "outcome", outcome).increment(events);
  }
}
