package dev.milepost.tracking.goal;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Arrivals;
import dev.milepost.runtime.inbox.CatchUp;
import dev.milepost.runtime.inbox.Held;
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
import java.util.Optional;

/**
 * Looks at goals that time alone may change when a day of theirs is over or a milestone is due:
 * levels, whose windows move, and flows that should shrink, of which more is foreseen each day.
 * That is done once everything is taken in that had arrived by then: sales that are on their way
 * belong to the day. While what was told of the goals is not read up to where it stood at the
 * start, a revision with other dates may lie ahead and nothing is looked at.
 */
@ApplicationScoped
class Looking {
  private static final String DUE =
      """
      SELECT p.goal_no FROM goal_watch w
      JOIN goal_progress p ON p.goal_no = w.goal_no JOIN goal g ON g.no = p.goal_no
      WHERE w.look_at <= ? AND p.closed_at IS NULL AND p.backfilled_to >= p.backfill_mark
        AND g.state NOT IN ('CANCELLED', 'CLOSED')
      """;
  private static final String NEXT = DUE + "LIMIT 1";
  private static final String SOME =
      DUE + "ORDER BY p.goal_no LIMIT 500 FOR UPDATE OF p SKIP LOCKED";

  private final Sql sql;
  private final Catalogues catalogues;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Held<Instant> moment;
  private final Clock clock;

  Looking(
      Sql sql,
      Catalogues catalogues,
      Ledger ledger,
      CatchUp catchUp,
      Arrivals arrivals,
      Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.ledger = ledger;
    this.catchUp = catchUp;
    this.moment = arrivals.holdingBack(Topic.SALES_EVENTS);
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.looking:2s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      moment.release(this::nextDue).ifPresent(this::lookAtDue);
    }
  }

  private Optional<Instant> nextDue() {
    Instant now = clock.instant();
    return sql.queryOne(NEXT, row -> now, now);
  }

  /** Looks at what was due at a moment by which everything is taken in. */
  @Transactional
  void lookAtDue(Instant by) {
    Catalogue catalogue = catalogues.shared();
    List<TrackedGoal> due =
        sql.query(SOME, row -> row.number("goal_no"), by).stream()
            .flatMap(no -> catalogue.goal(no).stream())
            .toList();
    if (!due.isEmpty()) {
      ledger.look(due, clock.instant());
    }
  }
}
