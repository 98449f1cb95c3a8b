package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.EventReader;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * One span for each traced event of a batch, so that a trace leads from the sales event through
 * every service to the reward, although batches mix the events of many traces.
 */
@ApplicationScoped
class ConsumptionSpans {
  private final Tracer tracer;

  ConsumptionSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  Batch start(List<EventReader.Reading> readings) {
    List<ReceivedEvent> events = new ArrayList<>(readings.size());
    List<Span> spans = new ArrayList<>();
    for (EventReader.Reading reading : readings) {
      if (reading instanceof EventReader.Known(ReceivedEvent event)) {
        events.add(event.effect().traceParent() == null ? event : traced(event, spans));
      }
    }
    return new Batch(events, spans);
  }

  private ReceivedEvent traced(ReceivedEvent event, List<Span> spans) {
    Span span =
        tracer
            .spanBuilder("process " + event.raw().topic())
            .setParent(TraceParent.read(String.valueOf(event.effect().traceParent())))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.system", "kafka")
            .setAttribute("messaging.destination.name", event.raw().topic())
            .setAttribute("milepost.correlation_id", event.effect().correlationId())
            .startSpan();
    spans.add(span);
    return event.inTrace(TraceParent.write(span.getSpanContext()));
  }

  /** The events of a batch, each as part of its span, until the batch is done. */
  record Batch(List<ReceivedEvent> events, List<Span> spans) implements AutoCloseable {
    @Override
    public void close() {
      spans.forEach(Span::end);
    }
  }
}
