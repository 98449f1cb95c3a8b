package dev.milepost.goals.goal;

import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets approved goals become active when their period begins. */
@ApplicationScoped
class GoalActivation {
  private static final Logger LOG = Logger.getLogger(GoalActivation.class);
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final GoalStore store;
  private final Sql sql;
  private final GoalConfig config;
  private final Clock clock;

  GoalActivation(GoalStore store, Sql sql, GoalConfig config, Clock clock) {
    this.store = store;
    this.sql = sql;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{milepost.goals.activation-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void activateDue() {
    Instant now = clock.instant();
    List<UUID> batch = due(now, BEFORE_ALL);
    while (!batch.isEmpty()) {
      batch.forEach(id -> activate(id, now));
      batch = due(now, batch.getLast());
    }
  }

  /** A goal that cannot be activated is tried again in the next round and holds up no other. */
  private void activate(UUID id, Instant now) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> store.change(id, cause(id), goal -> goal.activate(now)));
    } catch (RuntimeException e) {
      LOG.errorf(e, "goal not activated: goalId=%s", id);
    }
  }

  private List<UUID> due(Instant now, UUID after) {
    return sql.query(
        """
        SELECT id FROM goal WHERE state = 'APPROVED' AND period_start <= ? AND id > ?
        ORDER BY id LIMIT ?
        """,
        row -> row.uuid("id"),
        now,
        after,
        config.activationBatch());
  }

  private static Cause cause(UUID id) {
    return Cause.first(id + ".activation");
  }
}
