package dev.milepost.tracking.goal;

import dev.milepost.runtime.inbox.CatchUp;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.progress.Judge;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Judges goals beside the batches: a little after something was booked to them, and when more is
 * expected of them than before. While what was told of them is not read up to where it stood at the
 * start, a revision may lie ahead and nothing is judged.
 */
@ApplicationScoped
class Judging {
  private final Catalogues catalogues;
  private final Judge judge;
  private final CatchUp catchUp;
  private final Clock clock;

  Judging(Catalogues catalogues, Judge judge, CatchUp catchUp, Clock clock) {
    this.catalogues = catalogues;
    this.judge = judge;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.judging:2s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      judgeSome();
    }
  }

  @Transactional
  void judgeSome() {
    judge.judgeDue(catalogues.shared(), clock.instant());
  }
}
