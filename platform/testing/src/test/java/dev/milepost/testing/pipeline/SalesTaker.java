package dev.milepost.testing.pipeline;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.runtime.sql.Sql;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer of facts from outside that writes down what it takes in. */
@ApplicationScoped
class SalesTaker {
  private final Inbox inbox;
  private final Sql sql;

  SalesTaker(Inbox inbox, Sql sql) {
    this.inbox = inbox;
    this.sql = sql;
  }

  @Incoming("sales-events")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.INTAKE, this::take);
  }

  private List<Rejection> take(List<ReceivedEvent> events) {
    events.forEach(
        event -> sql.update("INSERT INTO taken (event_id, amount) VALUES (?, 0)", event.id()));
    return List.of();
  }
}
