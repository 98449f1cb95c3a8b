package dev.milepost.tracking.recording;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.ReCrediting;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One step of crediting sales anew, in a transaction of its own. */
@ApplicationScoped
class ReCreditChunk {
  private final Catalogues catalogues;
  private final ReCrediting reCrediting;
  private final Ledger ledger;
  private final Clock clock;

  ReCreditChunk(Catalogues catalogues, ReCrediting reCrediting, Ledger ledger, Clock clock) {
    this.catalogues = catalogues;
    this.reCrediting = reCrediting;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Credits the next sales that a change concerns anew, and books what that changes.
   *
   * @return whether there was such a change
   */
  @Transactional
  boolean next() {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    Optional<List<Credit>> credits = reCrediting.next(catalogue, now);
    credits.filter(made -> !made.isEmpty()).ifPresent(made -> ledger.post(made, catalogue, now));
    return credits.isPresent();
  }
}
