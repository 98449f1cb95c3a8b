package dev.milepost.goals.goal;

import static dev.milepost.goals.problem.GoalsProblem.NOT_THE_APPROVER;
import static dev.milepost.goals.problem.GoalsProblem.OWN_GOAL;

import dev.milepost.contract.Owner;
import dev.milepost.goals.goal.Outcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may decide about whose goal. Two people at least agree on every goal: whoever wrote it as it
 * stands, or proposed it since it was written, never decides, and by an office such as sales-ops
 * nobody decides about the own goal or that of the team that they manage.
 */
final class ApprovalPolicy {
  private ApprovalPolicy() {}

  /** Someone who may decide. */
  sealed interface Approver {
    /** This participant. */
    record Named(String participantId) implements Approver {}

    /** Anybody in sales operations who had no part in it. */
    record SalesOps() implements Approver {}

    /** Anybody in finance who had no part in it. */
    record Finance() implements Approver {}

    default boolean includes(Actor actor) {
      return switch (this) {
        case Named named -> actor.person().is(named.participantId());
        case SalesOps ignored -> actor.salesOps();
        case Finance ignored -> actor.finance();
      };
    }
  }

  /** Why the actor may not decide about a proposal; empty: it may. */
  static Optional<Refused> refusal(
      Goal goal, Proposal proposal, Actor actor, ReportingLine line, Instant now) {
    List<Person> involved = goal.involved();
    boolean ownerAsked = isParticipants(goal) && involved.stream().noneMatch(p -> owns(goal, p));
    List<Approver> approvers = new ArrayList<>();
    if (ownerAsked) {
      approvers.add(new Approver.Named(goal.terms().owner().id()));
    }
    if (!ownerAsked || !now.isBefore(proposal.acceptBy())) {
      approvers.add(nextUp(goal.terms().owner(), involved, line));
    }
    return refusal(approvers, involved, goal.terms().owner(), actor, line);
  }

  /**
   * Why the actor may not decide about a revision; empty: it may. A quota needs sales-ops or
   * finance; any other goal its owner or the next manager up.
   */
  static Optional<Refused> refusal(
      Goal goal, GoalVersion revision, Actor actor, ReportingLine line) {
    List<Person> involved = List.of(revision.author());
    List<Approver> approvers = new ArrayList<>();
    if (goal.terms().quota()) {
      approvers.add(new Approver.SalesOps());
      approvers.add(new Approver.Finance());
    } else {
      approvers.add(nextUp(goal.terms().owner(), involved, line));
      if (isParticipants(goal)) {
        approvers.add(new Approver.Named(goal.terms().owner().id()));
      }
    }
    return refusal(approvers, involved, goal.terms().owner(), actor, line);
  }

  /** Whether the person is the participant that owns it. */
  static boolean isOwner(Owner owner, Person person) {
    return owner.type() == Owner.Type.PARTICIPANT && person.is(owner.id());
  }

  private static Optional<Refused> refusal(
      List<Approver> approvers,
      List<Person> involved,
      Owner owner,
      Actor actor,
      ReportingLine line) {
    if (involved.stream().anyMatch(person -> person.isSameAs(actor.person()))) {
      return Optional.of(Refused.because(OWN_GOAL));
    }
    boolean byOffice = approvers.stream().noneMatch(a -> isNamed(a, actor));
    if (byOffice && standsFor(owner, actor.person(), line)) {
      return Optional.of(Refused.because(OWN_GOAL));
    }
    return approvers.stream().anyMatch(approver -> approver.includes(actor))
        ? Optional.empty()
        : Optional.of(Refused.because(NOT_THE_APPROVER));
  }

  /** Whether the person is the owner, or the manager of the team that is. */
  private static boolean standsFor(Owner owner, Person person, ReportingLine line) {
    return self(owner, line).filter(person::is).isPresent();
  }

  /** The participant whose own goal it is: the owner, or the manager of the team that is. */
  private static Optional<String> self(Owner owner, ReportingLine line) {
    return switch (owner.type()) {
      case PARTICIPANT -> Optional.of(owner.id());
      case TEAM -> line.managers().stream().findFirst().flatMap(own -> own);
    };
  }

  private static boolean isNamed(Approver approver, Actor actor) {
    return approver instanceof Approver.Named && approver.includes(actor);
  }

  /**
   * The first manager above who had no part in it. A participant's line skips teams without a
   * manager; a team's goes to sales-ops at the first one. At the end of every line is sales-ops.
   */
  private static Approver nextUp(Owner owner, List<Person> involved, ReportingLine line) {
    boolean team = owner.type() == Owner.Type.TEAM;
    List<Optional<String>> managers = line.managers();
    Optional<String> self = self(owner, line);
    for (Optional<String> place :
        managers.subList(team && !managers.isEmpty() ? 1 : 0, managers.size())) {
      if (place.isEmpty() && team) {
        return new Approver.SalesOps();
      }
      Optional<String> free =
          place
              .filter(manager -> !self.equals(Optional.of(manager)))
              .filter(manager -> involved.stream().noneMatch(person -> person.is(manager)));
      if (free.isPresent()) {
        return new Approver.Named(free.get());
      }
    }
    return new Approver.SalesOps();
  }

  private static boolean isParticipants(Goal goal) {
    return goal.terms().owner().type() == Owner.Type.PARTICIPANT;
  }

  private static boolean owns(Goal goal, Person person) {
    return isOwner(goal.terms().owner(), person);
  }
}
