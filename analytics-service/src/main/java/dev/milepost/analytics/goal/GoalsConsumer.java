package dev.milepost.analytics.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the goals in step with their topic. */
@ApplicationScoped
class GoalsConsumer {
  private final Inbox inbox;
  private final Goals goals;

  GoalsConsumer(Inbox inbox, Goals goals) {
    this.inbox = inbox;
    this.goals = goals;
  }

  @Incoming("goals")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::apply);
  }

  private List<Rejection> apply(List<ReceivedEvent> events) {
    goals.put(Newest.of(events, GoalSnapshot.class, GoalSnapshot::goalId, GoalSnapshot::version));
    return List.of();
  }
}
