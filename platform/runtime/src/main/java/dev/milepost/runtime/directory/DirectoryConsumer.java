package dev.milepost.runtime.directory;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the directory in step with its topic. */
@ApplicationScoped
class DirectoryConsumer {
  private final Inbox inbox;
  private final DirectoryWriter writer;

  DirectoryConsumer(Inbox inbox, DirectoryWriter writer) {
    this.inbox = inbox;
    this.writer = writer;
  }

  @Incoming("directory")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::apply);
  }

  private List<Rejection> apply(List<ReceivedEvent> events) {
    writer.apply(events.stream().map(ReceivedEvent::data).toList());
    return List.of();
  }
}
