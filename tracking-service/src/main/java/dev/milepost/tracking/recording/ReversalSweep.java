package dev.milepost.tracking.recording;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.Crediting;
import dev.milepost.tracking.credit.OriginalNews;
import dev.milepost.tracking.progress.Ledger;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/**
 * Applies reversals, and finds the originals of returns, that were recorded in one moment with
 * their original by another transaction, so that neither saw the other.
 */
@ApplicationScoped
class ReversalSweep {
  private final Catalogues catalogues;
  private final Crediting crediting;
  private final OriginalNews originalNews;
  private final Ledger ledger;
  private final Clock clock;

  ReversalSweep(
      Catalogues catalogues,
      Crediting crediting,
      OriginalNews originalNews,
      Ledger ledger,
      Clock clock) {
    this.catalogues = catalogues;
    this.crediting = crediting;
    this.originalNews = originalNews;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Scheduled(
      every = "${milepost.sweep.reversals:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void sweep() {
    if (crediting.isOverdue()) {
      Instant now = clock.instant();
      Catalogue catalogue = catalogues.shared();
      ledger.post(crediting.creditOverdue(now), catalogue, now);
    }
    originalNews.lookAgain(clock.instant());
  }
}
