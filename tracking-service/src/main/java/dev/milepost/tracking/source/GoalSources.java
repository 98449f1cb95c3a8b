package dev.milepost.tracking.source;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which sources made entries of which goals, and until when goals are complete by them. */
@ApplicationScoped
public class GoalSources {
  private static final String ADD =
      """
      INSERT INTO goal_source (goal_no, source)
      SELECT * FROM unnest(?::bigint[], ?::text[]) ON CONFLICT DO NOTHING
      """;

  /**
   * Those that declare nothing are left out. One whose first declaration waits for what was sent
   * before answers for nothing yet, and so does the goal.
   */
  private static final String COMPLETE =
      """
      SELECT goal_no, complete_until FROM (
        SELECT wanted.goal_no,
               CASE WHEN count(g.source) = 0
                      THEN (SELECT CASE WHEN count(*) = count(complete_until)
                                        THEN min(complete_until) END FROM source_watermark)
                    WHEN count(w.source) = count(w.complete_until) THEN min(w.complete_until)
                    END AS complete_until
        FROM unnest(?::bigint[]) AS wanted (goal_no)
        LEFT JOIN goal_source g ON g.goal_no = wanted.goal_no
        LEFT JOIN source_watermark w ON w.source = g.source
        GROUP BY wanted.goal_no) AS goal
      WHERE complete_until IS NOT NULL
      """;

  private final Sql sql;
  private final Event<Contributed> contributed;

  /** Those that are known to be stored. A pair is never deleted. */
  private final Set<GoalSource> stored = ConcurrentHashMap.newKeySet();

  GoalSources(Sql sql, Event<Contributed> contributed) {
    this.sql = sql;
    this.contributed = contributed;
  }

  /** A source that made an entry of a goal. */
  public record GoalSource(long goalNo, String source) {}

  /** Pairs that the transaction in progress stored. */
  record Contributed(List<GoalSource> pairs) {}

  /** Keeps the pairs that are new; the caller holds the locks of the goals' accounts. */
  @Transactional(TxType.MANDATORY)
  public void add(Collection<GoalSource> pairs) {
    List<GoalSource> fresh =
        pairs.stream().filter(pair -> !stored.contains(pair)).distinct().toList();
    if (fresh.isEmpty()) {
      return;
    }
    sql.update(
        ADD,
        fresh.stream().mapToLong(GoalSource::goalNo).toArray(),
        fresh.stream().map(GoalSource::source).toArray(String[]::new));
    contributed.fire(new Contributed(fresh));
  }

  void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) Contributed committed) {
    stored.addAll(committed.pairs());
  }

  /**
   * Until when each goal is complete: everything that occurred before and that its sources sent is
   * taken in, which means in its numbers unless it waits in quarantine. Goals of whose sources none
   * declares a watermark are left out.
   */
  public Map<Long, Instant> completeUntil(Collection<Long> goalNos) {
    Map<Long, Instant> complete = new HashMap<>();
    sql.query(
        COMPLETE,
        row -> complete.put(row.number("goal_no"), row.instant("complete_until")),
        goalNos.stream().mapToLong(no -> no).toArray());
    return complete;
  }
}
