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
 * Looks at goals that time alone may change when a day of theirs is over or a milestone is due:
 * levels, whose windows move, and flows that should shrink, of which more is foreseen each day.
 * While what was told of them is not read up to where it stood at the start, a revision with other
 * dates may lie ahead and nothing is looked at.
 */
@ApplicationScoped
class Looking {
  private static final String DUE =
      """
      SELECT p.goal_no FROM goal_watch w
      JOIN goal_progress p ON p.goal_no = w.goal_no JOIN goal g ON g.no = p.goal_no
      WHERE w.look_at <= ? AND p.closed_at IS NULL AND p.backfilled_to >= p.backfill_mark
        AND g.state NOT IN ('CANCELLED', 'CLOSED')
      ORDER BY p.goal_no LIMIT 500 FOR UPDATE OF p SKIP LOCKED
      """;

  private final Sql sql;
  private final Catalogues catalogues;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Clock clock;

  Looking(Sql sql, Catalogues catalogues, Ledger ledger, CatchUp catchUp, Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.looking:2s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      lookAtDue();
    }
  }

  @Transactional
  void lookAtDue() {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    List<TrackedGoal> due =
        sql.query(DUE, row -> row.number("goal_no"), now).stream()
            .flatMap(no -> catalogue.goal(no).stream())
            .toList();
    if (!due.isEmpty()) {
      ledger.look(due, now);
    }
  }
}
