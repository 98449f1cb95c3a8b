package dev.milepost.tracking.goal;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Arrivals;
import dev.milepost.runtime.inbox.CatchUp;
import dev.milepost.runtime.inbox.Held;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.progress.Judge;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges goals beside the batches: a little after something was booked to them, and when more is
 * expected of them than before; that only once everything is taken in that had arrived by then, so
 * that what is on its way is not missed and told as a change. While what was told of the goals is
 * not read up to where it stood at the start, a revision may lie ahead and nothing is judged.
 */
@ApplicationScoped
class Judging {
  private final Catalogues catalogues;
  private final Judge judge;
  private final CatchUp catchUp;
  private final Held<Instant> moment;
  private final Clock clock;

  Judging(Catalogues catalogues, Judge judge, CatchUp catchUp, Arrivals arrivals, Clock clock) {
    this.catalogues = catalogues;
    this.judge = judge;
    this.catchUp = catchUp;
    this.moment = arrivals.holdingBack(Topic.SALES_EVENTS);
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.judging:2s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      judgeSome(moment.release(this::nextDue).orElse(Instant.EPOCH));
    }
  }

  @Transactional
  Optional<Instant> nextDue() {
    return Optional.of(clock.instant()).filter(judge::isTimeFor);
  }

  /**
   * Judges some goals.
   *
   * @param by a moment by which everything had arrived that is taken in
   */
  @Transactional
  void judgeSome(Instant by) {
    judge.judgeDue(catalogues.shared(), by, clock.instant());
  }
}
