package dev.milepost.goals.goal;

import dev.milepost.contract.EventType;
import dev.milepost.goals.goal.Outcome.Done;
import dev.milepost.goals.goal.Outcome.Refused;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.Outbox;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps goals, and tells the other services what they have to know of a change in the transaction
 * that makes it. The goal's row is locked before its event is appended, so the events of one goal
 * leave in the order of their versions.
 */
@ApplicationScoped
class GoalStore {
  private final GoalRepository repository;
  private final Outbox outbox;
  private final Sql sql;

  GoalStore(GoalRepository repository, Outbox outbox, Sql sql) {
    this.repository = repository;
    this.outbox = outbox;
    this.sql = sql;
  }

  /**
   * Makes this transaction the only one that says which goals are derived from which: two changes
   * that are each allowed may together be a cycle.
   */
  @Transactional(TxType.MANDATORY)
  void lockParents() {
    sql.query("SELECT pg_advisory_xact_lock(hashtextextended('goal-parents', 0))", row -> row);
  }

  /** A goal, not locked. */
  @Transactional
  Optional<Goal> find(UUID id) {
    return repository.findByIdOptional(id).map(GoalEntity::toGoal);
  }

  @Transactional(TxType.MANDATORY)
  void add(Goal goal) {
    repository.persistAndFlush(new GoalEntity(goal));
  }

  /**
   * Locks a goal and does something to it.
   *
   * @return the goal as it then stands; empty when there is no such goal
   * @throws ProblemException when it is refused
   */
  @Transactional(TxType.MANDATORY)
  Optional<Goal> change(UUID id, Cause cause, Function<Goal, Outcome> action) {
    return repository
        .locked(id)
        .map(
            entity ->
                switch (action.apply(entity.toGoal())) {
                  case Done done -> save(entity, done, cause);
                  case Outcome.Unchanged ignored -> entity.toGoal();
                  case Refused refused -> throw problem(refused);
                });
  }

  private Goal save(GoalEntity entity, Done done, Cause cause) {
    Goal goal = done.goal();
    entity.take(goal);
    repository.flush();
    publish(goal, done.publishes(), cause);
    return goal;
  }

  private void publish(Goal goal, @Nullable EventType type, Cause cause) {
    if (type != null) {
      String key = goal.id().toString();
      String id = key + "." + goal.version();
      outbox.append(new OutgoingEvent(type, key, id, GoalSnapshots.of(goal), cause));
    }
  }

  private static ProblemException problem(Refused refused) {
    ProblemException problem = ProblemException.of(refused.problem(), refused.args().toArray());
    refused.findings().forEach(f -> problem.violation(f.pointer(), f.code(), f.args().toArray()));
    return problem;
  }
}
