package dev.milepost.goals.goal;

import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Does something to one goal in the name of the caller: finds and locks it, lets time catch up with
 * it, asks the goal, and keeps the answer.
 */
@ApplicationScoped
class GoalActions {
  private final GoalStore store;
  private final Standing standing;
  private final RequestCause cause;
  private final Clock clock;

  GoalActions(GoalStore store, Standing standing, RequestCause cause, Clock clock) {
    this.store = store;
    this.standing = standing;
    this.cause = cause;
    this.clock = clock;
  }

  /** What is asked of a goal. */
  @FunctionalInterface
  interface Action {
    Outcome apply(Goal goal, Actor by, Instant now);
  }

  /** For whoever may see the goal; the goal itself decides about the rest. */
  @Transactional
  Goal byAnyone(UUID id, Action action) {
    Instant now = clock.instant();
    Goal found = store.find(id).filter(standing::sees).orElseThrow(GoalActions::notFound);
    if (found.isDue(now)) {
      store.change(id, cause.current(), goal -> goal.activate(now));
    }
    return store
        .change(id, cause.current(), goal -> action.apply(goal, standing.actor(), now))
        .orElseThrow(GoalActions::notFound);
  }

  /** For the goal's author, its owner, managers above, and sales-ops. */
  @Transactional
  Goal byWriter(UUID id, Action action) {
    return byAnyone(
        id,
        (goal, by, now) -> {
          if (!standing.isAuthor(goal) && !standing.mayWriteFor(goal.terms().owner())) {
            throw notFound();
          }
          return action.apply(goal, by, now);
        });
  }

  /**
   * For whoever began it, or stands above its owner; once it is in force, only for the latter.
   *
   * @throws ProblemException 403 for an owner who sees the goal but may not do this
   */
  @Transactional
  Goal bySuperior(UUID id, Action action) {
    return byAnyone(
        id,
        (goal, by, now) -> {
          boolean own = standing.isAuthor(goal) && !goal.state().isInForce();
          if (!own && !standing.isAbove(goal.terms().owner())) {
            throw ProblemException.of(GoalsProblem.NOT_ABOVE_OWNER);
          }
          return action.apply(goal, by, now);
        });
  }

  static ProblemException notFound() {
    return ProblemException.of(CommonProblem.NOT_FOUND);
  }
}
