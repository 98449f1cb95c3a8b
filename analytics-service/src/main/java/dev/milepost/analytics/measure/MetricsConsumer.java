package dev.milepost.analytics.measure;

import dev.milepost.contract.MetricDefined;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.expression.ExpressionFault;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in metrics. One that cannot be compiled is set aside. */
@ApplicationScoped
class MetricsConsumer {
  private final Inbox inbox;
  private final MeasuringLock lock;
  private final Metrics metrics;

  MetricsConsumer(Inbox inbox, MeasuringLock lock, Metrics metrics) {
    this.inbox = inbox;
    this.lock = lock;
    this.metrics = metrics;
  }

  @Incoming("metrics")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::define);
  }

  private List<Rejection> define(List<ReceivedEvent> events) {
    lock.whileChangingMetrics();
    List<Rejection> rejections = new ArrayList<>();
    for (ReceivedEvent event : events) {
      try {
        metrics.define(event.data(MetricDefined.class));
      } catch (ExpressionFault fault) {
        rejections.add(
            new Rejection(event, "EXPRESSION_REFUSED", String.valueOf(fault.getMessage())));
      }
    }
    return rejections;
  }
}
