package dev.milepost.tracking.source;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Arrivals;
import dev.milepost.runtime.inbox.Held;
import dev.milepost.runtime.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets watermarks become complete once everything is taken in that had arrived when they were
 * declared, whether it came through the topic or still waited on its way there.
 */
@ApplicationScoped
class WatermarkSweep {
  private final WatermarkRows rows;
  private final Outbox outbox;
  private final Held<List<Watermark>> declared;

  WatermarkSweep(WatermarkRows rows, Outbox outbox, Arrivals arrivals) {
    this.rows = rows;
    this.outbox = outbox;
    this.declared = arrivals.holdingBack(Topic.SALES_EVENTS);
  }

  @Scheduled(
      every = "${milepost.sweep.watermarks:5s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    declared.release(this::sent).ifPresent(rows::complete);
  }

  /** Declared when nothing that came over HTTP before still waited for the topic. */
  private Optional<List<Watermark>> sent() {
    List<Watermark> incomplete = rows.incomplete();
    if (incomplete.isEmpty()) {
      return Optional.empty();
    }
    Instant waiting = outbox.oldest(Topic.SALES_EVENTS).orElse(Instant.MAX);
    List<Watermark> sent =
        incomplete.stream().filter(one -> one.declaredAt().isBefore(waiting)).toList();
    return sent.isEmpty() ? Optional.empty() : Optional.of(sent);
  }
}
