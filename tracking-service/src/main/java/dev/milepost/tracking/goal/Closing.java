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
 * Closes goals whose grace is over, each once, when everything is taken in that had arrived by
 * then. While what was told of them is not read up to where it stood at the start, a revision may
 * lie ahead and nothing is closed.
 */
@ApplicationScoped
class Closing {
  private static final String DUE =
      """
      SELECT p.goal_no FROM goal_progress p JOIN goal g ON g.no = p.goal_no
      WHERE p.closed_at IS NULL AND p.backfilled_to >= p.backfill_mark AND g.state <> 'CANCELLED'
        AND (g.grace_end <= ? OR g.state = 'CLOSED')
      """;
  private static final String SOME = DUE + "ORDER BY p.goal_no LIMIT 500";
  private static final String STILL_DUE =
      DUE + "AND p.goal_no = ANY (?) ORDER BY p.goal_no FOR UPDATE OF p SKIP LOCKED";

  private final Sql sql;
  private final Catalogues catalogues;
  private final Ledger ledger;
  private final CatchUp catchUp;
  private final Held<List<Long>> due;
  private final Clock clock;

  Closing(
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
    this.due = arrivals.holdingBack(Topic.SALES_EVENTS);
    this.clock = clock;
  }

  @Scheduled(every = "${milepost.sweep.closing:5s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      due.release(this::someDue).ifPresent(this::close);
    }
  }

  private Optional<List<Long>> someDue() {
    List<Long> some = sql.query(SOME, row -> row.number("goal_no"), clock.instant());
    return some.isEmpty() ? Optional.empty() : Optional.of(some);
  }

  /** Closes these goals, except those that were revised meanwhile and are no longer due. */
  @Transactional
  void close(List<Long> goalNos) {
    Instant now = clock.instant();
    Catalogue catalogue = catalogues.shared();
    long[] numbers = goalNos.stream().mapToLong(no -> no).toArray();
    List<TrackedGoal> closing =
        sql.query(STILL_DUE, row -> row.number("goal_no"), now, numbers).stream()
            .flatMap(no -> catalogue.goal(no).stream())
            .toList();
    ledger.close(closing, now);
  }
}
