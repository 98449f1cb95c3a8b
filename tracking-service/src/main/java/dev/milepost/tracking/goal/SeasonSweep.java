package dev.milepost.tracking.goal;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Drives the look through the past of goals' owners, beside everything else. */
@ApplicationScoped
class SeasonSweep {
  /** A second's work or so. */
  private static final int CHUNKS = 20;

  private final Seasons seasons;

  SeasonSweep(Seasons seasons) {
    this.seasons = seasons;
  }

  @Scheduled(every = "${milepost.sweep.season:2s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    for (int i = 0; i < CHUNKS; i++) {
      Seasons.Step step = seasons.next();
      if (!step.worked()) {
        return;
      }
      Seasons.Found found = step.found();
      if (found != null) {
        seasons.takeEffect(found);
      }
    }
  }
}
