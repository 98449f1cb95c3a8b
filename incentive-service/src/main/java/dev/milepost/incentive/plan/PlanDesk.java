package dev.milepost.incentive.plan;

import dev.milepost.incentive.IncentiveProblem;
import dev.milepost.incentive.plan.IncentivePlan.Outcome;
import dev.milepost.runtime.access.Caller;
import dev.milepost.runtime.event.RequestCause;
import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.time.Ids;
import dev.milepost.runtime.versioning.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where plans are written and activated: one transaction per request. */
@ApplicationScoped
class PlanDesk {
  private final Plans plans;
  private final Caller caller;
  private final RequestCause cause;
  private final Event<PlanActivated> activated;
  private final Ids ids;
  private final Clock clock;

  PlanDesk(
      Plans plans,
      Caller caller,
      RequestCause cause,
      Event<PlanActivated> activated,
      Ids ids,
      Clock clock) {
    this.plans = plans;
    this.caller = caller;
    this.cause = cause;
    this.activated = activated;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  IncentivePlan draft(NewPlan request) {
    IncentivePlan plan =
        IncentivePlan.drafted(
            ids.next(), request.name(), request.currency(), request.terms(), self(), now());
    new PlanRow(plan).persist();
    return plan;
  }

  @Transactional
  IncentivePlan draftNext(UUID id, PlanTerms terms) {
    return change(id, plan -> plan.draftNext(terms, self(), now()));
  }

  @Transactional
  IncentivePlan rewrite(UUID id, IfMatch ifMatch, PlanTerms terms) {
    return change(
        id,
        plan -> {
          ifMatch.requireMatch(plan.version());
          return plan.rewrite(terms, self(), now());
        });
  }

  /** Asks for the version that was read, so that nobody approves what they have not seen. */
  @Transactional
  IncentivePlan activate(UUID id, IfMatch ifMatch) {
    ifMatch.required();
    plans.lockAll();
    IncentivePlan active =
        change(
            id,
            plan -> {
              ifMatch.requireMatch(plan.version());
              return plan.activate(self(), now());
            });
    activated.fire(
        new PlanActivated(active.versions().getLast().terms().validity(), cause.current()));
    return active;
  }

  private IncentivePlan change(UUID id, Function<IncentivePlan, Outcome> change) {
    PlanRow row =
        Optional.<PlanRow>ofNullable(PlanRow.findById(id, LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    return switch (change.apply(row.plan())) {
      case Outcome.Changed(IncentivePlan plan) -> {
        row.store(plan);
        yield plan;
      }
      case Outcome.Refused refused -> throw problem(refused);
    };
  }

  private static ProblemException problem(Outcome.Refused refused) {
    return switch (refused.refusal()) {
      case DRAFT_EXISTS -> ProblemException.of(IncentiveProblem.DRAFT_EXISTS);
      case NO_DRAFT -> ProblemException.of(IncentiveProblem.NO_DRAFT);
      case OWN_DRAFT -> ProblemException.of(IncentiveProblem.OWN_DRAFT);
      case FAULTY_DRAFT -> PlanReading.refusal(refused.findings());
    };
  }

  private Person self() {
    return new Person(caller.principal(), caller.participantId().orElse(null));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
