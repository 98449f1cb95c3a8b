package dev.milepost.tracking.recording;

import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.credit.Crediting;
import dev.milepost.tracking.progress.Ledger;
import dev.milepost.tracking.recording.Screening.Screened;
import dev.milepost.tracking.sale.Recorded;
import dev.milepost.tracking.sale.SalesEvents;
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
  private final Screening screening;
  private final SalesEvents salesEvents;
  private final Catalogues catalogues;
  private final Crediting crediting;
  private final Ledger ledger;
  private final Clock clock;

  Recording(
      Screening screening,
      SalesEvents salesEvents,
      Catalogues catalogues,
      Crediting crediting,
      Ledger ledger,
      Clock clock) {
    this.screening = screening;
    this.salesEvents = salesEvents;
    this.catalogues = catalogues;
    this.crediting = crediting;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Records, credits and counts the events.
   *
   * @return those that are not valid, those that lack an exchange rate, and those whose identity is
   *     taken by another content
   */
  @Transactional(TxType.MANDATORY)
  List<Rejection> record(List<ReceivedEvent> events) {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    Screened screened = screening.screen(events, catalogue, now);
    List<Rejection> rejections = new ArrayList<>(screened.rejections());
    Recorded recorded = salesEvents.record(screened.arrivals(), now);
    recorded.conflicts().forEach(arrival -> rejections.add(Rejections.conflict(arrival.event())));
    ledger.post(crediting.credit(recorded.fresh(), catalogue, now), catalogue, now);
    return rejections;
  }
}
