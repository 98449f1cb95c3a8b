package dev.milepost.testing.pipeline;

import dev.milepost.contract.Reward;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.runtime.sql.Sql;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * A consumer that writes down what it takes in, with faults on demand: it rejects a reward whose
 * reason is {@code reject}, fails by itself on {@code fail} and {@code overflow}, and loses its
 * database or runs out of memory as often as a test says.
 */
@ApplicationScoped
class RewardsTaker {
  private final AtomicInteger databaseLosses = new AtomicInteger();
  private final AtomicInteger exhaustions = new AtomicInteger();
  private final Inbox inbox;
  private final Sql sql;

  RewardsTaker(Inbox inbox, Sql sql) {
    this.inbox = inbox;
    this.sql = sql;
  }

  /** The next batches fail this often as if the connection had been lost. */
  void loseDatabase(int times) {
    databaseLosses.set(times);
  }

  int lossesLeft() {
    return databaseLosses.get();
  }

  /** The next batches fail this often as if there were no memory left. */
  void exhaustMemory(int times) {
    exhaustions.set(times);
  }

  int exhaustionsLeft() {
    return exhaustions.get();
  }

  @Incoming("rewards")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::take);
  }

  private List<Rejection> take(List<ReceivedEvent> events) {
    List<Rejection> rejections = new ArrayList<>();
    for (ReceivedEvent event : events) {
      Reward reward = event.data(Reward.class);
      if ("reject".equals(reward.reason())) {
        rejections.add(new Rejection(event, "NOT_WANTED", "the test does not want it"));
        continue;
      }
      sql.update(
          "INSERT INTO taken (event_id, amount, reason) VALUES (?, ?, ?)",
          event.id(),
          Objects.requireNonNull(reward.amount()).amount(),
          reward.reason());
      if ("fail".equals(reward.reason())) {
        throw new IllegalStateException("the test's own fault");
      }
      if ("overflow".equals(reward.reason())) {
        throw new StackOverflowError("the test's own fault");
      }
    }
    if (isDue(databaseLosses)) {
      throw new IllegalStateException(new SQLException("connection lost", "08006"));
    }
    if (isDue(exhaustions)) {
      throw new OutOfMemoryError("as the test wants it");
    }
    return rejections;
  }

  private static boolean isDue(AtomicInteger faults) {
    return faults.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }
}
