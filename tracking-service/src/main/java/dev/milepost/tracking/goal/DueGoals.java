package dev.milepost.tracking.goal;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.progress.Judge;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Goals whose grace is over, and their close in one transaction. */
@ApplicationScoped
class DueGoals {
  private static final String DUE =
      """
      SELECT p.goal_no FROM goal_progress p JOIN goal g ON g.no = p.goal_no
      JOIN goal_pace j ON j.goal_no = p.goal_no
      WHERE p.closed_at IS NULL AND p.backfilled_to >= p.backfill_mark AND g.state <> 'CANCELLED'
        AND (g.grace_end <= ? OR g.state = 'CLOSED')
      """;
  private static final String SOME = DUE + "ORDER BY p.goal_no LIMIT 500";

  /** A goal that somebody is judging or booking to is left for the next time. */
  private static final String STILL_DUE =
      DUE + "AND p.goal_no = ANY (?) ORDER BY p.goal_no FOR UPDATE OF j, p SKIP LOCKED";

  private final Sql sql;
  private final Catalogues catalogues;
  private final Ledger ledger;
  private final Judge judge;
  private final Clock clock;

  DueGoals(Sql sql, Catalogues catalogues, Ledger ledger, Judge judge, Clock clock) {
    this.sql = sql;
    this.catalogues = catalogues;
    this.ledger = ledger;
    this.judge = judge;
    this.clock = clock;
  }

  List<Long> some() {
    return sql.query(SOME, row -> row.number("goal_no"), clock.instant());
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
    judge.judgeLast(closing, now);
    ledger.close(closing, now);
  }
}
