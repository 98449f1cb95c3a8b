package dev.milepost.tracking.recording;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.ReCrediting;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @throws RatesMissing when a goal would count a new credit by a rate that is not there; then
   *     nothing changed, and the change waits for the rate
   */
  @Transactional
  boolean next() {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    Optional<List<Credit>> credits = reCrediting.next(catalogue, now);
    credits.filter(made -> !made.isEmpty()).ifPresent(made -> post(made, catalogue, now));
    return credits.isPresent();
  }

  private void post(List<Credit> made, Catalogue catalogue, Instant now) {
    Set<RateKey> missing = ledger.postAnew(made, catalogue, now);
    if (!missing.isEmpty()) {
      throw new RatesMissing(missing);
    }
  }

  /** Rolls back what cannot be booked. */
  static final class RatesMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rates;

    RatesMissing(Set<RateKey> rates) {
      super(rates.toString());
      this.rates = rates.toString();
    }

    /** Which ones, in words. */
    String rates() {
      return rates;
    }
  }
}
