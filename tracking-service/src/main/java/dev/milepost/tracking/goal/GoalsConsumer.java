package dev.milepost.tracking.goal;

import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes goals from their topic and, once they are committed, starts their back-fill. */
@ApplicationScoped
class GoalsConsumer {
  private final Inbox inbox;
  private final GoalIntake intake;
  private final Backfill backfill;

  GoalsConsumer(Inbox inbox, GoalIntake intake, Backfill backfill) {
    this.inbox = inbox;
    this.intake = intake;
    this.backfill = backfill;
  }

  @Incoming("goals")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, intake::apply);
    backfill.wakeUp();
  }
}
