package dev.milepost.analytics.measure;

import dev.milepost.analytics.measure.Sales.Unmeasured;
import dev.milepost.contract.EventType;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in sales events. A sale that is known already is left out, or replaces what was known. */
@ApplicationScoped
class SalesConsumer {
  private final Inbox inbox;
  private final MeasuringLock lock;
  private final Sales sales;
  private final Metrics metrics;
  private final Measures measures;

  SalesConsumer(Inbox inbox, MeasuringLock lock, Sales sales, Metrics metrics, Measures measures) {
    this.inbox = inbox;
    this.lock = lock;
    this.sales = sales;
    this.metrics = metrics;
    this.measures = measures;
  }

  @Incoming("sales-events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::measure);
  }

  /** A reversal is no sale: what it takes back comes as a credit. */
  private List<Rejection> measure(List<ReceivedEvent> events) {
    lock.whileMeasuring();
    List<Unmeasured> told =
        sales.add(
            events.stream()
                .filter(event -> event.type() != EventType.EVENT_REVERSED)
                .map(Sale::of)
                .toList());
    List<CompiledMetric> current = metrics.current();
    measures.forget(
        current,
        told.stream().filter(Unmeasured::replaced).map(each -> each.sale().ref()).toList());
    measures.add(current, told.stream().map(Unmeasured::sale).toList());
    return List.of();
  }
}
