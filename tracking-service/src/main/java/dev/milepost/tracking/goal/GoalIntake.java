package dev.milepost.tracking.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.expression.ExpressionFault;
import dev.milepost.runtime.inbox.Rejection;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.catalogue.WorkingCalendars;
import dev.milepost.tracking.goal.GoalRules.Refusal;
import dev.milepost.tracking.progress.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes over goals as they are told. */
@ApplicationScoped
class GoalIntake {
  private final Catalogues catalogues;
  private final Goals goals;
  private final Replanning replanning;
  private final Ledger ledger;
  private final Seasons seasons;
  private final Clock clock;

  GoalIntake(
      Catalogues catalogues,
      Goals goals,
      Replanning replanning,
      Ledger ledger,
      Seasons seasons,
      Clock clock) {
    this.catalogues = catalogues;
    this.goals = goals;
    this.replanning = replanning;
    this.ledger = ledger;
    this.seasons = seasons;
    this.clock = clock;
  }

  /** Takes over what is newer than known; answers those that cannot be followed. */
  @Transactional(TxType.MANDATORY)
  List<Rejection> apply(List<ReceivedEvent> events) {
    catalogues.change();
    WorkingCalendars calendars = catalogues.workingCalendars();
    Instant now = clock.instant();
    return events.stream()
        .flatMap(
            event ->
                apply(event, calendars, now)
                    .map(refusal -> new Rejection(event, refusal.code(), refusal.detail()))
                    .stream())
        .toList();
  }

  private Optional<Refusal> apply(ReceivedEvent event, WorkingCalendars calendars, Instant now) {
    GoalSnapshot told = event.data(GoalSnapshot.class);
    Optional<TrackedGoal> known = goals.find(told.goalId());
    Optional<Refusal> refusal =
        GoalRules.refusal(told)
            .or(() -> known.flatMap(goal -> GoalRules.refusal(told, goal.snapshot())))
            .or(() -> uncompilable(told));
    if (refusal.isEmpty()) {
      goals
          .put(told, calendars.of(told), event, now)
          .ifPresent(goal -> follow(goal, known.isEmpty(), now));
    }
    return refusal;
  }

  private void follow(TrackedGoal goal, boolean isNew, Instant now) {
    if (isNew) {
      ledger.open(goal, now);
    }
    if (goal.snapshot().state() != State.CANCELLED) {
      replanning.plan(goal, now);
      seasons.follow(goal);
    }
  }

  private Optional<Refusal> uncompilable(GoalSnapshot goal) {
    try {
      goals.measure(goal.metric());
      return Optional.empty();
    } catch (ExpressionFault e) {
      return Optional.of(new Refusal("EXPRESSION_REFUSED", String.valueOf(e.getMessage())));
    }
  }
}
