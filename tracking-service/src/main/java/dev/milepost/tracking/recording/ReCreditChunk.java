package dev.milepost.tracking.recording;

import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.ReCrediting;
import dev.milepost.tracking.credit.ReCrediting.Step;
import dev.milepost.tracking.credit.WaitingChange;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** One step of crediting sales anew, in a transaction of its own. */
@ApplicationScoped
class ReCreditChunk {
  private final Catalogues catalogues;
  private final ReCrediting reCrediting;
  private final Ledger ledger;
  private final RateScreening screening;
  private final Clock clock;

  ReCreditChunk(
      Catalogues catalogues,
      ReCrediting reCrediting,
      Ledger ledger,
      RateScreening screening,
      Clock clock) {
    this.catalogues = catalogues;
    this.reCrediting = reCrediting;
    this.ledger = ledger;
    this.screening = screening;
    this.clock = clock;
  }

  /**
   * Credits the next sales that a change concerns anew, and books what that changes.
   *
   * @param waiting changes that wait for an exchange rate and are passed over, and whose sales are
   *     left to them
   * @return whether there was such a change
   * @throws RatesMissing when a goal would count a new credit by a rate that is not there; then
   *     nothing changed, and the change waits for the rate
   */
  @Transactional
  boolean next(Collection<WaitingChange> waiting) {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    Optional<Step> next = reCrediting.next(waiting, catalogue, now);
    next.filter(step -> !step.credits().isEmpty()).ifPresent(step -> post(step, catalogue, now));
    return next.isPresent();
  }

  private void post(Step step, Catalogue catalogue, Instant now) {
    Set<RateKey> missing = ledger.postAnew(step.credits(), catalogue, now);
    if (!missing.isEmpty()) {
      Set<Long> sales = screening.lacking(step.credits(), catalogue);
      throw new RatesMissing(new WaitingChange(step.change(), step.done(), sales), missing);
    }
  }

  /** Rolls back what cannot be booked. */
  static final class RatesMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WaitingChange change;
    private final String rates;

    RatesMissing(WaitingChange change, Set<RateKey> rates) {
      super(rates.toString());
      this.change = change;
      this.rates = rates.toString();
    }

    /** Which change waits for them. */
    WaitingChange change() {
      return change;
    }

    /** Which ones, in words. */
    String rates() {
      return rates;
    }
  }
}
