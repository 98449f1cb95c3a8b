package dev.milepost.goals.goal;

import static dev.milepost.contract.EventType.GOAL_CANCELLED;
import static dev.milepost.contract.EventType.GOAL_CLOSED;
import static dev.milepost.contract.EventType.GOAL_PUBLISHED;
import static dev.milepost.contract.EventType.GOAL_REVISED;
import static dev.milepost.goals.goal.GoalState.ACTIVE;
import static dev.milepost.goals.goal.GoalState.APPROVED;
import static dev.milepost.goals.goal.GoalState.CANCELLED;
import static dev.milepost.goals.goal.GoalState.CLOSED;
import static dev.milepost.goals.goal.GoalState.COUNTERED;
import static dev.milepost.goals.goal.GoalState.DRAFT;
import static dev.milepost.goals.goal.GoalState.PROPOSED;
import static dev.milepost.goals.goal.GoalState.REJECTED;
import static dev.milepost.goals.problem.GoalsProblem.NO_REVISION_PENDING;
import static dev.milepost.goals.problem.GoalsProblem.PERIOD_OVER;
import static dev.milepost.goals.problem.GoalsProblem.REVISION_PENDING;
import static dev.milepost.goals.problem.GoalsProblem.WRONG_STATE;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.goals.goal.Outcome.Refused;
import dev.milepost.goals.goal.Step.Action;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal: a target on a metric, for one owner, in one period.
 *
 * <p>It begins as a DRAFT, which alone is freely edited. Proposing it ({@link #propose}) checks
 * that it can be understood, measured and dated ({@link ProposalPolicy}), and freezes the version
 * of the metric that everybody will look at. Whoever has to decide ({@link ApprovalPolicy}) agrees,
 * rejects, which sends it back to its author's desk, or counters with another target, whereupon the
 * proposer proposes again: with the countered target, the first one, or something between.
 *
 * <p>Whoever wrote what is asked for, be it the whole draft or another target in it, and whoever
 * proposed it since, never approves. A goal that others wrote and proposed for a participant needs
 * that participant's acceptance; when it does not come in time, the next manager up who had no part
 * in it may decide as well. A goal that the participant wrote or proposed itself needs that
 * manager's approval, and a team's goal that of the manager of the team above. Where there is no
 * such manager, sales-ops decides.
 *
 * <p>Once agreed the goal is APPROVED, known to all services, and becomes ACTIVE with the first
 * instant of its period; a goal approved later than that is ACTIVE at once. From now on it changes
 * by revision only: until its period ends, somebody writes the next version of target and
 * milestones with a reason, and somebody else agrees. Versions are never changed or dropped. Owner,
 * metric and period stay what they were: a goal for another of these is another goal.
 *
 * <p>After the period and its days of grace the result arrives and closes the goal: ACHIEVED with
 * attainment 1 or more, MISSED below, NOT_MEASURED when there is no value. Before that it may be
 * CANCELLED, with a reason. CLOSED and CANCELLED are final.
 *
 * <p>The version counts every change. It is the ETag of the goal and the version of its published
 * snapshots, which therefore grows, though not by one.
 *
 * @param id the goal
 * @param version counts up with every change
 * @param state where it is in its life
 * @param author who began it
 * @param terms what it is about
 * @param versions what it asks for, oldest first; the last one is in force, or being written
 * @param metric the frozen version of the metric; absent before it is proposed
 * @param proposal the proposal that is, or was, decided about
 * @param counter the last counter-offer, until it is answered
 * @param revision the version that waits for a second person's word
 * @param result how it ended
 * @param history every step so far
 */
public record Goal(
    UUID id,
    long version,
    GoalState state,
    Person author,
    GoalTerms terms,
    List<GoalVersion> versions,
    @Nullable MetricVersion metric,
    @Nullable Proposal proposal,
    @Nullable CounterOffer counter,
    @Nullable GoalVersion revision,
    @Nullable GoalResult result,
    List<Step> history) {

  public Goal {
    versions = List.copyOf(versions);
    history = List.copyOf(history);
  }

  /** A goal that somebody begins to write. */
  static Goal draft(UUID id, Person author, GoalTerms terms, GoalVersion first, Instant now) {
    List<Step> history = List.of(new Step(Action.DRAFTED, author, now, null));
    return new Goal(
        id, 1, DRAFT, author, terms, List.of(first), null, null, null, null, null, history);
  }

  /** What it asks for: the version in force, or the one being written. */
  @JsonIgnore
  public GoalVersion current() {
    return versions.getLast();
  }

  /** Whoever wrote what it asks for now, and whoever proposed it since it was written. */
  List<Person> involved() {
    List<Person> involved = new ArrayList<>();
    for (Step step : history) {
      switch (step.action()) {
        case DRAFTED, EDITED -> involved.clear();
        case PROPOSED -> involved.add(Objects.requireNonNull(step.by(), "people propose"));
        default -> {}
      }
    }
    involved.add(current().author());
    return List.copyOf(involved);
  }

  /** Rewrites a draft; a rejected goal becomes a draft again. */
  Outcome edit(Person by, GoalTerms newTerms, GoalVersion rewritten, Instant now) {
    if (state != DRAFT && state != REJECTED) {
      return wrongState("edit");
    }
    NextGoal next = state == REJECTED ? next().to(DRAFT) : next();
    return Outcome.done(
        next.terms(newTerms)
            .current(rewritten)
            .metric(null)
            .proposal(null)
            .after(new Step(Action.EDITED, by, now, null)));
  }

  /**
   * Puts it before whoever decides, for the first time or in answer to a counter-offer.
   *
   * @param target replaces the target that is written; absent: as it is written
   */
  Outcome propose(
      Proposal made,
      @Nullable BigDecimal target,
      ProposalPolicy.Facts facts,
      @Nullable String note) {
    if (!state.canTransitionTo(PROPOSED)) {
      return wrongState("propose");
    }
    GoalVersion asked =
        target == null
            ? current()
            : current().withTarget(current().target().withAbsolute(target), made.by());
    Goal next =
        next()
            .to(PROPOSED)
            .current(asked)
            .metric(facts.metric())
            .proposal(made)
            .counter(null)
            .after(new Step(Action.PROPOSED, made.by(), made.at(), note));
    Optional<Refused> refused = ProposalPolicy.check(next, facts, made.at());
    return refused.isPresent() ? refused.get() : Outcome.done(next);
  }

  /** Answers a proposal with another target. */
  Outcome counter(Actor by, CounterOffer offer, ReportingLine line) {
    return decided("counter", by, line, offer.at(), COUNTERED)
        .orElseGet(
            () ->
                Outcome.done(
                    next()
                        .to(COUNTERED)
                        .counter(offer)
                        .after(
                            new Step(Action.COUNTERED, by.person(), offer.at(), offer.comment()))));
  }

  /** Agrees to a proposal. From here on the other services know the goal. */
  Outcome approve(Actor by, ReportingLine line, Instant now) {
    return decided("approve", by, line, now, APPROVED)
        .orElseGet(() -> isOver(now) ? periodOver() : agreed(by, now));
  }

  /** Turns a proposal down. */
  Outcome reject(Actor by, ReportingLine line, String reason, Instant now) {
    return decided("reject", by, line, now, REJECTED)
        .orElseGet(
            () ->
                Outcome.done(
                    next()
                        .to(REJECTED)
                        .after(new Step(Action.REJECTED, by.person(), now, reason))));
  }

  /** Gives it up. */
  Outcome cancel(Person by, String reason, Instant now) {
    if (!state.canTransitionTo(CANCELLED)) {
      return wrongState("cancel");
    }
    Goal next =
        next().to(CANCELLED).revision(null).after(new Step(Action.CANCELLED, by, now, reason));
    return state.isInForce() ? Outcome.published(next, GOAL_CANCELLED) : Outcome.done(next);
  }

  /** Whether it is approved and its period has begun. */
  boolean isDue(Instant now) {
    return state == APPROVED && !now.isBefore(terms.period().start());
  }

  /** Lets time do its part: an approved goal whose period has begun is active. */
  Outcome activate(Instant now) {
    if (!isDue(now)) {
      return new Outcome.Unchanged();
    }
    return Outcome.published(
        next().to(ACTIVE).after(new Step(Action.ACTIVATED, null, now, null)), GOAL_PUBLISHED);
  }

  /** Why no next version may be written now; empty: it may. */
  Optional<Refused> whyNotRevised(Instant now) {
    if (!state.isInForce()) {
      return Optional.of(wrongState("revise"));
    }
    if (isOver(now)) {
      return Optional.of(periodOver());
    }
    return revision == null
        ? Optional.empty()
        : Optional.of(Refused.because(REVISION_PENDING, revision.version()));
  }

  /** Writes the next version, for a second person to agree to. */
  Outcome proposeRevision(Person by, GoalVersion revised, Instant now) {
    return whyNotRevised(now)
        .<Outcome>map(refused -> refused)
        .orElseGet(
            () ->
                Outcome.done(
                    next()
                        .revision(revised)
                        .after(new Step(Action.REVISION_PROPOSED, by, now, revised.reason()))));
  }

  /** Agrees to the revision: from here on its target is the goal's target. */
  Outcome approveRevision(Actor by, ReportingLine line, Instant now) {
    return decidedRevision(by, line).orElseGet(() -> isOver(now) ? periodOver() : revised(by, now));
  }

  /** Turns the revision down; the goal stays as it is. */
  Outcome rejectRevision(Actor by, ReportingLine line, String reason, Instant now) {
    return decidedRevision(by, line)
        .orElseGet(
            () ->
                Outcome.done(
                    next()
                        .revision(null)
                        .after(new Step(Action.REVISION_REJECTED, by.person(), now, reason))));
  }

  /** Closes it with the final result; one that is over already stays as it is. */
  Outcome close(@Nullable BigDecimal attainment, @Nullable BigDecimal actual, Instant now) {
    if (!state.canTransitionTo(CLOSED)) {
      return new Outcome.Unchanged();
    }
    GoalResult reached = GoalResult.of(attainment, actual, now);
    Step step = new Step(Action.CLOSED, null, now, reached.outcome().name());
    return Outcome.published(
        next().to(CLOSED).revision(null).result(reached).after(step), GOAL_CLOSED);
  }

  private Outcome agreed(Actor by, Instant now) {
    boolean accepted = ApprovalPolicy.isOwner(terms.owner(), by.person());
    Step step = new Step(accepted ? Action.ACCEPTED : Action.APPROVED, by.person(), now, null);
    Goal approved = next().to(APPROVED).current(current().approvedBy(by.person())).after(step);
    return switch (approved.activate(now)) {
      case Outcome.Done active -> active;
      case Outcome.Unchanged ignored -> Outcome.published(approved, EventType.GOAL_PUBLISHED);
      case Refused refused -> refused;
    };
  }

  private Outcome revised(Actor by, Instant now) {
    GoalVersion agreed = pending().approvedBy(by.person());
    Step step = new Step(Action.REVISION_APPROVED, by.person(), now, agreed.reason());
    return Outcome.published(next().added(agreed).revision(null).after(step), GOAL_REVISED);
  }

  private boolean isOver(Instant now) {
    return !now.isBefore(terms.period().end());
  }

  private Optional<Outcome> decided(
      String action, Actor by, ReportingLine line, Instant now, GoalState next) {
    if (!state.canTransitionTo(next) || proposal == null) {
      return Optional.of(wrongState(action));
    }
    return ApprovalPolicy.refusal(this, proposal, by, line, now).map(Outcome.class::cast);
  }

  private Optional<Outcome> decidedRevision(Actor by, ReportingLine line) {
    if (revision == null) {
      return Optional.of(Refused.because(NO_REVISION_PENDING));
    }
    return ApprovalPolicy.refusal(this, revision, by, line).map(Outcome.class::cast);
  }

  private GoalVersion pending() {
    if (revision == null) {
      throw new IllegalStateException("goal " + id + " has no revision pending");
    }
    return revision;
  }

  private Refused wrongState(String action) {
    return Refused.because(WRONG_STATE, action, state.name());
  }

  private Refused periodOver() {
    return Refused.because(PERIOD_OVER, terms.period().end());
  }

  private NextGoal next() {
    return new NextGoal(this);
  }
}
