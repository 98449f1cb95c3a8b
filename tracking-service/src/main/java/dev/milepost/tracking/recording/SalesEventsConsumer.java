package dev.milepost.tracking.recording;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.source.Sources;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes sales events from their topic, which is the only way in. */
@ApplicationScoped
class SalesEventsConsumer {
  private final Inbox inbox;
  private final Recording recording;
  private final Sources sources;

  SalesEventsConsumer(Inbox inbox, Recording recording, Sources sources) {
    this.inbox = inbox;
    this.recording = recording;
    this.sources = sources;
  }

  @Incoming("sales-events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.INTAKE, this::take);
  }

  private List<Rejection> take(List<ReceivedEvent> events) {
    List<Rejection> rejections = recording.record(events);
    sources.received(events, rejections);
    return rejections;
  }
}
