package dev.milepost.tracking.intake;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Forgets what was taken in so long ago that it must have come out of the topic. */
@ApplicationScoped
class IntakeCleaning {
  /** The topic keeps a record for 30 days. */
  private static final Duration KEPT = Duration.ofDays(31);

  private final IntakeRows rows;
  private final Clock clock;

  IntakeCleaning(IntakeRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(cron = "0 41 3 * * ?")
  @Transactional
  void clean() {
    rows.forget(clock.instant().minus(KEPT));
  }
}
