package dev.milepost.tracking.recording;

import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.sale.Arrival;
import dev.milepost.tracking.sale.SaleRules;
import dev.milepost.tracking.sale.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Parts what can be recorded from what cannot. */
@ApplicationScoped
class Screening {
  private final SaleRules rules;
  private final RateScreening rateScreening;

  Screening(SaleRules rules, RateScreening rateScreening) {
    this.rules = rules;
    this.rateScreening = rateScreening;
  }

  /**
   * The events of a batch, screened.
   *
   * @param arrivals can be recorded
   * @param rejections cannot
   */
  record Screened(List<Arrival> arrivals, List<Rejection> rejections) {}

  Screened screen(List<ReceivedEvent> events, Catalogue catalogue, Instant now) {
    List<Arrival> valid = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    for (ReceivedEvent event : events) {
      List<Violation> violations = violations(event, now);
      if (violations.isEmpty()) {
        valid.add(Arrival.of(event));
      } else {
        rejections.add(Rejections.invalid(event, violations));
      }
    }
    return new Screened(rateScreening.withRates(valid, catalogue, rejections), rejections);
  }

  private List<Violation> violations(ReceivedEvent event, Instant now) {
    SaleRef ref = new SaleRef(event.source(), event.id());
    return rules.violations(ref, event.type(), event.data(SalesEvent.class), now);
  }
}
