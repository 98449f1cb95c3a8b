package dev.milepost.goals.closing;

import dev.milepost.contract.ProgressRecorded;
import dev.milepost.goals.goal.GoalClosing;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Inbox;
import dev.milepost.runtime.inbox.Reading;
import dev.milepost.runtime.inbox.Rejection;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Closes goals with the final results of their progress. */
@ApplicationScoped
class ProgressConsumer {
  private final Inbox inbox;
  private final GoalClosing goals;

  ProgressConsumer(Inbox inbox, GoalClosing goals) {
    this.inbox = inbox;
    this.goals = goals;
  }

  @Incoming("progress")
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    inbox.consume(records, Reading.STATE, this::close);
  }

  /** Goals are locked in the order of their ids, as everywhere. */
  private List<Rejection> close(List<ReceivedEvent> events) {
    return events.stream()
        .filter(event -> event.data() instanceof ProgressRecorded p && p.finalResult())
        .sorted(Comparator.comparing(e -> e.data(ProgressRecorded.class).goalId()))
        .flatMap(event -> close(event).stream())
        .toList();
  }

  private Optional<Rejection> close(ReceivedEvent event) {
    ProgressRecorded progress = event.data(ProgressRecorded.class);
    Optional<UUID> goalId = id(progress.goalId());
    boolean known =
        goalId.isPresent()
            && goals.close(goalId.get(), progress.attainment(), progress.actual(), event.effect());
    return known
        ? Optional.empty()
        : Optional.of(
            new Rejection(event, "GOAL_UNKNOWN", "there is no goal " + progress.goalId()));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
