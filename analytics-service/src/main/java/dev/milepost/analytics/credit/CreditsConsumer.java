package dev.milepost.analytics.credit;

import dev.milepost.contract.SaleCredit;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in credits. A revision that is known already is left out by its own key. */
@ApplicationScoped
class CreditsConsumer {
  private final Inbox inbox;
  private final Credits credits;

  CreditsConsumer(Inbox inbox, Credits credits) {
    this.inbox = inbox;
    this.credits = credits;
  }

  @Incoming("credits")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::add);
  }

  private List<Rejection> add(List<ReceivedEvent> events) {
    credits.add(events.stream().map(event -> event.data(SaleCredit.class)).toList());
    return List.of();
  }
}
