package dev.milepost.tracking.goal;

import dev.milepost.runtime.inbox.CatchUp;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.progress.Ledger;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Closes goals whose grace is over, each once. While what was told of them is not read up to where
 * it stood at the start, a revision may lie ahead and nothing is closed.
 */
@ApplicationScoped
class Closing {
  private static final String DUE =
      """
      SELECT p.goal_no FROM goal_progress p JOIN goal g ON g.no = p.goal_no
      WHERE p.closed_at IS NULL AND p.backfilled_to >= p.backfill_mark AND g.state <> 'CANCELLED'
        AND (g.grace_end <= ? OR g.state = 'CLOSED')
      ORDER BY p.goal_no LIMIT 500 FOR UPDATE OF p SKIP LOCKED
      """;

  private final Sql sql;
  private final Catalogues catalogues;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Clock clock;

  Closing(Sql sql, Catalogues catalogues, Ledger ledger, CatchUp catchUp, Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.closing:5s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      closeDue();
    }
  }

  @Transactional
  void closeDue() {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    List<TrackedGoal> due =
        sql.query(DUE, row -> row.number("goal_no"), now).stream()
            .flatMap(no -> catalogue.goal(no).stream())
            .toList();
    ledger.close(due, now);
  }
}
