package dev.milepost.tracking.recording;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.Crediting;
import dev.milepost.tracking.progress.Ledger;
import dev.milepost.tracking.sale.Arrival;
import dev.milepost.tracking.sale.Recorded;
import dev.milepost.tracking.sale.SaleRules;
import dev.milepost.tracking.sale.SalesEvents;
import dev.milepost.tracking.sale.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes in a batch of sales events. */
@ApplicationScoped
class Recording {
  private final SaleRules rules;
  private final SalesEvents salesEvents;
  private final Catalogues catalogues;
  private final Crediting crediting;
  private final Ledger ledger;
  private final Clock clock;

  Recording(
      SaleRules rules,
      SalesEvents salesEvents,
      Catalogues catalogues,
      Crediting crediting,
      Ledger ledger,
      Clock clock) {
    this.rules = rules;
    this.salesEvents = salesEvents;
    this.catalogues = catalogues;
    this.crediting = crediting;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Records, credits and counts the events.
   *
   * @return those that are not valid, and those whose identity is taken by another content
   */
  @Transactional(TxType.MANDATORY)
  List<Rejection> record(List<ReceivedEvent> events) {
    Instant now = clock.instant();
    List<Rejection> rejections = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (ReceivedEvent event : events) {
      List<Violation> violations = violations(event, now);
      if (violations.isEmpty()) {
        arrivals.add(Arrival.of(event));
      } else {
        rejections.add(Rejections.invalid(event, violations));
      }
    }
    Catalogue catalogue = catalogues.shared();
    Recorded recorded = salesEvents.record(arrivals, now);
    recorded.conflicts().forEach(arrival -> rejections.add(Rejections.conflict(arrival.event())));
    ledger.post(crediting.credit(recorded.fresh(), catalogue, now), catalogue, now);
    return rejections;
  }

  private List<Violation> violations(ReceivedEvent event, Instant now) {
    SaleRef ref = new SaleRef(event.source(), event.id());
    return rules.violations(ref, event.type(), event.data(SalesEvent.class), now);
  }
}
