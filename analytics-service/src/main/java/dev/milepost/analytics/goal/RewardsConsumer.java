package dev.milepost.analytics.goal;

import dev.milepost.contract.Reward;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the rewards in step with their topic. */
@ApplicationScoped
class RewardsConsumer {
  private final Inbox inbox;
  private final Rewards rewards;

  RewardsConsumer(Inbox inbox, Rewards rewards) {
    this.inbox = inbox;
    this.rewards = rewards;
  }

  @Incoming("rewards")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::apply);
  }

  private List<Rejection> apply(List<ReceivedEvent> events) {
    rewards.put(Newest.of(events, Reward.class, Reward::rewardId, Reward::version));
    return List.of();
  }
}
