package dev.milepost.tracking.goal;

import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.MetricCurrency;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.PastCredits;
import dev.milepost.tracking.exchange.Exchange;
import dev.milepost.tracking.exchange.RateKey;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One step of a back-fill, in a transaction of its own. */
@ApplicationScoped
class BackfillChunk {
  /** Waits for the goal's row, so that a busy goal gets its turn too. */
  private static final String NEXT =
      """
      SELECT goal_no, backfilled_to, backfill_mark FROM goal_progress
      WHERE backfilled_to < backfill_mark AND goal_no <> ALL (?)
      ORDER BY goal_no LIMIT 1 FOR UPDATE
      """;

  private static final String NEXT_SIGHTINGS =
      """
      SELECT metric_key, metric_version, backfilled_to, backfill_mark FROM first_ever_metric
      WHERE backfilled_to < backfill_mark ORDER BY metric_key, metric_version LIMIT 1 FOR UPDATE
      """;

  private final Sql sql;
  private final Catalogues catalogues;
  private final PastCredits credits;
  private final Ledger ledger;
  private final Clock clock;

  BackfillChunk(Sql sql, Catalogues catalogues, PastCredits credits, Ledger ledger, Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.credits = credits;
    this.ledger = ledger;
    this.clock = clock;
  }

  private record Sighting(String key, int version, long done, long mark) {
    boolean isOf(FirstEverMetric metric) {
      MetricVersion of = metric.measure().metric();
      return of.key().equals(key) && of.version() == version;
    }
  }

  /** A goal that waits, and for what. */
  record Waiting(String goalId, Set<RateKey> rates) {}

  private record Pending(long goalNo, long done, long mark) {}

  /**
   * Books the next credits of the next goal that is being back-filled.
   *
   * @param waiting goals that wait for an exchange rate and are passed over, by our numbers of
   *     them; a goal that has to wait is added
   * @return whether there was one
   */
  @Transactional
  boolean next(Map<Long, Waiting> waiting) {
    // First the catalogue, then accounts: the order in which everybody takes these locks.
    Catalogue catalogue = catalogues.shared();
    return nextSightings(catalogue) || nextEntries(catalogue, waiting);
  }

  /** Before any goal on a metric is back-filled, it is known when its keys were seen. */
  private boolean nextSightings(Catalogue catalogue) {
    Optional<Sighting> pending =
        sql.queryOne(
            NEXT_SIGHTINGS,
            row ->
                new Sighting(
                    row.text("metric_key"),
                    row.integer("metric_version"),
                    row.number("backfilled_to"),
                    row.number("backfill_mark")));
    pending.ifPresent(
        next -> {
          PastCredits.Chunk found = credits.ofEverybody(next.done(), next.mark());
          FirstEverMetric metric =
              catalogue.firstEver().stream().filter(next::isOf).findFirst().orElseThrow();
          ledger.sightPast(metric, found.credits(), found.upTo(), clock.instant());
        });
    return pending.isPresent();
  }

  private boolean nextEntries(Catalogue catalogue, Map<Long, Waiting> waiting) {
    Optional<Pending> pending =
        sql.queryOne(
            NEXT,
            row ->
                new Pending(
                    row.number("goal_no"),
                    row.number("backfilled_to"),
                    row.number("backfill_mark")),
            (Object) waiting.keySet().stream().mapToLong(no -> no).toArray());
    pending.ifPresent(
        next ->
            catalogue
                .goal(next.goalNo())
                .ifPresentOrElse(goal -> book(goal, next, waiting), () -> skip(next)));
    return pending.isPresent();
  }

  private void book(TrackedGoal goal, Pending next, Map<Long, Waiting> waiting) {
    PastCredits.Chunk found = credits.of(goal, next.done(), next.mark());
    List<Credit> due = new ArrayList<>(found.credits());
    due.addAll(unbooked(goal, found, next.mark()));
    Set<RateKey> missing = ledger.postPast(goal, due, found.upTo(), clock.instant());
    if (!missing.isEmpty()) {
      waiting.put(goal.no(), new Waiting(goal.goalId(), missing));
    }
  }

  private List<Credit> unbooked(TrackedGoal goal, PastCredits.Chunk found, long mark) {
    Set<MetricCurrency> currency =
        MetricCurrency.of(goal.snapshot().metric()).stream().collect(Collectors.toSet());
    List<Credit> foreign =
        found.credits().stream()
            .filter(credit -> Exchange.isForeign(credit.sale().data(), currency))
            .toList();
    return foreign.isEmpty() ? List.of() : credits.unbookedSince(goal.no(), foreign, mark);
  }

  /** The goal was cancelled. */
  private void skip(Pending next) {
    sql.update(
        "UPDATE goal_progress SET backfilled_to = backfill_mark WHERE goal_no = ?", next.goalNo());
  }
}
