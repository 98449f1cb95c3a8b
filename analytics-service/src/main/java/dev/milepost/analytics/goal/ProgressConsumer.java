package dev.milepost.analytics.goal;

import dev.milepost.contract.ProgressRecorded;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the progress of goals in step with its topic. */
@ApplicationScoped
class ProgressConsumer {
  private final Inbox inbox;
  private final Progress progress;

  ProgressConsumer(Inbox inbox, Progress progress) {
    this.inbox = inbox;
    this.progress = progress;
  }

  @Incoming("progress")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::apply);
  }

  private List<Rejection> apply(List<ReceivedEvent> events) {
    progress.put(
        Newest.of(
            events, ProgressRecorded.class, ProgressRecorded::goalId, ProgressRecorded::version));
    return List.of();
  }
}
