package dev.milepost.tracking.recording;

import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes sales events from their topic, which is the only way in. */
@ApplicationScoped
class SalesEventsConsumer {
  private final Inbox inbox;
  private final Recording recording;

  SalesEventsConsumer(Inbox inbox, Recording recording) {
    this.inbox = inbox;
    this.recording = recording;
  }

  @Incoming("sales-events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.INTAKE, recording::record);
  }
}
