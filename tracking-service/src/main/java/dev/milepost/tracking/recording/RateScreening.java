package dev.milepost.tracking.recording;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.Crediting;
import dev.milepost.tracking.exchange.Amounts;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.exchange.Rates;
import dev.milepost.tracking.sale.Arrival;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Originals;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds events whose amount some goal would count in a currency that there is no exchange rate for.
 * Nothing is guessed: such an event is set aside until the rate is imported. One that was recorded
 * before is left for the comparison with what is recorded.
 */
@ApplicationScoped
class RateScreening {
  private final Exchange exchange;
  private final Crediting crediting;
  private final SalesEvents salesEvents;
  private final Originals originals;

  RateScreening(
      Exchange exchange, Crediting crediting, SalesEvents salesEvents, Originals originals) {
    this.exchange = exchange;
    this.crediting = crediting;
    this.salesEvents = salesEvents;
    this.originals = originals;
  }

  /** Those of the arrivals that lack no rate; adds the others to the rejections. */
  List<Arrival> withRates(List<Arrival> arrivals, Catalogue catalogue, List<Rejection> rejections) {
    Map<Arrival, Set<RateKey>> missing = missing(arrivals, catalogue);
    if (missing.isEmpty()) {
      return arrivals;
    }
    Set<SaleRef> known =
        salesEvents.hashes(missing.keySet().stream().map(Arrival::ref).toList()).keySet();
    List<Arrival> rest = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      Set<RateKey> keys = missing.get(arrival);
      if (keys == null || known.contains(arrival.ref())) {
        rest.add(arrival);
      } else {
        rejections.add(Rejections.noExchangeRate(arrival.event(), keys));
      }
    }
    return rest;
  }

  /** Our numbers of the sales of these credits that lack a rate. */
  Set<Long> lacking(List<Credit> credits, Catalogue catalogue) {
    Amounts amounts =
        exchange.amounts(credits.stream().map(Credit::sale).toList(), catalogue.currencies());
    return credits.stream()
        .filter(
            credit ->
                !missing(credit.sale(), credit.candidates(catalogue), amounts.anew()).isEmpty())
        .map(credit -> credit.sale().no())
        .collect(Collectors.toSet());
  }

  /** Arrivals are told apart as such, since one batch may hold equal ones. */
  private Map<Arrival, Set<RateKey>> missing(List<Arrival> arrivals, Catalogue catalogue) {
    Map<Arrival, Set<RateKey>> missing = new IdentityHashMap<>();
    List<Arrival> foreign =
        arrivals.stream()
            .filter(arrival -> Exchange.isForeign(arrival.data(), catalogue.currencies()))
            .toList();
    Rates rates =
        exchange.rates(foreign.stream().map(Arrival::data).toList(), catalogue.currencies());
    Map<SaleRef, Instant> named = named(foreign, arrivals);
    for (Arrival arrival : foreign) {
      Sale sale = arrival.unrecorded();
      Set<RateKey> keys = missing(sale, goals(sale, named, catalogue), rates.amounts());
      if (!keys.isEmpty()) {
        missing.put(arrival, keys);
      }
    }
    return missing;
  }

  /** A reversal is credited as its original is. */
  private Collection<TrackedGoal> goals(
      Sale sale, Map<SaleRef, Instant> named, Catalogue catalogue) {
    if (sale.isReversal()) {
      return List.of();
    }
    Instant at = sale.isReturn() ? named.get(sale.data().returnOf()) : null;
    Original original = at == null ? null : new Original(0, at, at);
    return crediting.candidates(sale, original, catalogue);
  }

  /** When what returns name occurred, if it is recorded or in the same batch. */
  private Map<SaleRef, Instant> named(List<Arrival> foreign, List<Arrival> arrivals) {
    Set<SaleRef> refs =
        foreign.stream()
            .flatMap(arrival -> Stream.ofNullable(arrival.data().returnOf()))
            .collect(Collectors.toSet());
    if (refs.isEmpty()) {
      return Map.of();
    }
    Map<SaleRef, Instant> named = originals.occurred(refs);
    arrivals.forEach(arrival -> named.putIfAbsent(arrival.ref(), arrival.data().occurredAt()));
    return named;
  }

  /** What counting the sale for the goals asks for in vain. */
  private static Set<RateKey> missing(Sale sale, Collection<TrackedGoal> goals, Amounts amounts) {
    for (TrackedGoal goal : goals) {
      goal.measure()
          .of(sale.type().typeName(), sale.data(), amounts.of(sale, goal.snapshot().metric()));
    }
    return amounts.missing();
  }
}
