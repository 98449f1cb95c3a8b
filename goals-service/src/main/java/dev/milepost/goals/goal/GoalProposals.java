package dev.milepost.goals.goal;

import dev.milepost.goals.calendar.Calendars;
import dev.milepost.goals.goal.ProposalPolicy.Facts;
import dev.milepost.goals.metric.Metrics;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Putting goals before whoever decides, and what is answered. */
@ApplicationScoped
class GoalProposals {
  private final GoalActions actions;
  private final Organisation organisation;
  private final Metrics metrics;
  private final Calendars calendars;
  private final GoalConfig config;

  GoalProposals(
      GoalActions actions,
      Organisation organisation,
      Metrics metrics,
      Calendars calendars,
      GoalConfig config) {
    this.actions = actions;
    this.organisation = organisation;
    this.metrics = metrics;
    this.calendars = calendars;
    this.config = config;
  }

  @Transactional
  Goal propose(UUID id, ProposeRequest request) {
    return actions.bySuperior(
        id,
        (goal, by, now) -> {
          Facts facts =
              new Facts(
                  organisation.knows(goal.terms().owner()),
                  metrics.latest(goal.terms().metric()).orElse(null));
          Proposal proposal = new Proposal(by.person(), now, acceptBy(request.acceptBy(), now));
          return goal.propose(proposal, request.target(), facts, request.comment());
        });
  }

  @Transactional
  Goal counter(UUID id, CounterRequest request, SeenVersion seen) {
    return decide(
        id,
        seen,
        (goal, by, now) ->
            goal.counter(
                by,
                new CounterOffer(request.target(), request.comment(), by.person(), now),
                line(goal, now)));
  }

  /** Only the owner accepts; for everybody else it is approving. */
  @Transactional
  Goal accept(UUID id, SeenVersion seen) {
    return decide(
        id,
        seen,
        (goal, by, now) ->
            ApprovalPolicy.isOwner(goal.terms().owner(), by.person())
                ? goal.approve(by, line(goal, now), now)
                : Outcome.Refused.because(GoalsProblem.NOT_THE_OWNER));
  }

  @Transactional
  Goal approve(UUID id, SeenVersion seen) {
    return decide(id, seen, (goal, by, now) -> goal.approve(by, line(goal, now), now));
  }

  @Transactional
  Goal reject(UUID id, String reason, SeenVersion seen) {
    return decide(id, seen, (goal, by, now) -> goal.reject(by, line(goal, now), reason, now));
  }

  @Transactional
  Goal cancel(UUID id, String reason) {
    return actions.bySuperior(id, (goal, by, now) -> goal.cancel(by.person(), reason, now));
  }

  private Goal decide(UUID id, SeenVersion seen, GoalActions.Action decision) {
    return actions.byAnyone(
        id,
        (goal, by, now) -> {
          seen.check(goal);
          return decision.apply(goal, by, now);
        });
  }

  private ReportingLine line(Goal goal, Instant now) {
    return organisation.lineOf(goal.terms().owner(), now);
  }

  private Instant acceptBy(@Nullable String text, Instant now) {
    if (text == null) {
      return now.plus(config.acceptanceTime());
    }
    Instant acceptBy =
        calendars.fiscal().deadline(text).orElseThrow(() -> notAcceptBy("date-or-instant"));
    if (!acceptBy.isAfter(now)) {
      throw notAcceptBy("not-in-future");
    }
    return acceptBy;
  }

  private static ProblemException notAcceptBy(String code) {
    return ProblemException.of(GoalsProblem.GOAL_INVALID).violation("/acceptBy", code);
  }
}
