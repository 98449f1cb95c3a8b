package dev.milepost.tracking.goal;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.PastCredits;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** One step of a back-fill, in a transaction of its own. */
@ApplicationScoped
class BackfillChunk {
  /** Waits for the goal's row, so that a busy goal gets its turn too. */
  private static final String NEXT =
      """
      SELECT goal_no, backfilled_to, backfill_mark FROM goal_progress
      WHERE backfilled_to < backfill_mark ORDER BY goal_no LIMIT 1 FOR UPDATE
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

  private record Pending(long goalNo, long done, long mark) {}

  /**
   * Books the next credits of the next goal that is being back-filled.
   *
   * @return whether there was one
   */
  @Transactional
  boolean next() {
    // First the catalogue, then accounts: the order in which everybody takes these locks.
    Catalogue catalogue = catalogues.shared();
    Optional<Pending> pending =
        sql.queryOne(
            NEXT,
            row ->
                new Pending(
                    row.number("goal_no"),
                    row.number("backfilled_to"),
                    row.number("backfill_mark")));
    pending.ifPresent(
        next ->
            catalogue
                .goal(next.goalNo())
                .ifPresentOrElse(goal -> book(goal, next), () -> skip(next)));
    return pending.isPresent();
  }

  private void book(TrackedGoal goal, Pending next) {
    PastCredits.Chunk found = credits.of(goal.snapshot(), next.done(), next.mark());
    ledger.postPast(goal, found.credits(), found.upTo(), clock.instant());
  }

  /** The goal was cancelled. */
  private void skip(Pending next) {
    sql.update(
        "UPDATE goal_progress SET backfilled_to = backfill_mark WHERE goal_no = ?", next.goalNo());
  }
}
