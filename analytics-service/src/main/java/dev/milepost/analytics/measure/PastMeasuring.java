package dev.milepost.analytics.measure;

import dev.milepost.analytics.measure.Metrics.Past;
import dev.milepost.analytics.measure.Sales.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Measures the sales of the past with metrics that came later. Works in chunks, each a transaction
 * of its own, so it goes on after a crash where the last chunk ended; a metric is worked on by one
 * replica at a time. A version that comes while an older one is worked on starts anew.
 */
@ApplicationScoped
class PastMeasuring {
  private static final int CHUNK = 1_000;
  private static final String BACKLOG = "milepost.measuring.backlog";

  private final Metrics metrics;
  private final Sales sales;
  private final Measures measures;

  PastMeasuring(Metrics metrics, Sales sales, Measures measures, MeterRegistry registry) {
    this.metrics = metrics;
    this.sales = sales;
    this.measures = measures;
    registry.gauge(BACKLOG, metrics, Metrics::backlog);
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void catchUp() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::measureChunk);
    }
  }

  private boolean measureChunk() {
    return metrics.nextPast().map(this::measure).isPresent();
  }

  private Past measure(Past past) {
    List<Stored> chunk = sales.between(past.measuredTo(), past.measureTo(), CHUNK);
    measures.add(List.of(past.metric()), chunk.stream().map(Stored::sale).toList());
    boolean last = chunk.size() < CHUNK;
    metrics.measuredTo(past.metric().key(), last ? past.measureTo() : chunk.getLast().id());
    if (last) {
      measures.dropOlderThan(past.metric().key(), past.metric().version());
    }
    return past;
  }
}
