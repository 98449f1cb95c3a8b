package dev.milepost.goals.goal;

import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.Period;
import dev.milepost.goals.calendar.Calendars;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Revising agreed goals: one person writes the next version, a second one agrees. */
@ApplicationScoped
class GoalRevisions {
  private final GoalActions actions;
  private final GoalReader reader;
  private final Organisation organisation;
  private final Calendars calendars;

  GoalRevisions(
      GoalActions actions, GoalReader reader, Organisation organisation, Calendars calendars) {
    this.actions = actions;
    this.reader = reader;
    this.organisation = organisation;
    this.calendars = calendars;
  }

  @Transactional
  Goal propose(UUID id, RevisionRequest request) {
    return actions.byWriter(
        id,
        (goal, by, now) ->
            goal.whyNotRevised(now)
                .<Outcome>map(refused -> refused)
                .orElseGet(
                    () ->
                        goal.proposeRevision(
                            by.person(), read(request, goal, by.person(), now), now)));
  }

  @Transactional
  Goal approve(UUID id, int version) {
    return actions.byAnyone(
        id,
        (goal, by, now) ->
            isPending(goal, version)
                ? goal.approveRevision(by, line(goal, now), now)
                : Outcome.Refused.because(GoalsProblem.NO_REVISION_PENDING));
  }

  @Transactional
  Goal reject(UUID id, int version, String reason) {
    return actions.byAnyone(
        id,
        (goal, by, now) ->
            isPending(goal, version)
                ? goal.rejectRevision(by, line(goal, now), reason, now)
                : Outcome.Refused.because(GoalsProblem.NO_REVISION_PENDING));
  }

  private GoalVersion read(RevisionRequest request, Goal goal, Person author, Instant now) {
    ProblemException faults = ProblemException.of(GoalsProblem.GOAL_INVALID);
    Period period = goal.terms().period();
    FiscalCalendar calendar = calendars.fiscal();
    GoalVersion current = goal.current();
    Instant effectiveFrom = effectiveFrom(request.effectiveFrom(), goal, calendar, now, faults);
    List<Milestone> milestones =
        request.milestones() == null
            ? current.milestones()
            : reader.milestones(request.milestones(), period, calendar, faults);
    Target target = target(request, current.target());
    TargetRules.findings(target, goal.metric())
        .forEach(f -> faults.violation(f.pointer(), f.code(), f.args().toArray()));
    if (!faults.violationCodes().isEmpty()) {
      throw faults;
    }
    return new GoalVersion(
        current.version() + 1, target, milestones, effectiveFrom, request.reason(), author, null);
  }

  private static Target target(RevisionRequest request, Target current) {
    Target changed = request.target() == null ? current : current.withAbsolute(request.target());
    BigDecimal stretch = request.stretch() == null ? current.stretch() : request.stretch();
    return new Target(changed.baseline(), changed.absolute(), changed.growthPercent(), stretch);
  }

  private static Instant effectiveFrom(
      @Nullable String text,
      Goal goal,
      FiscalCalendar calendar,
      Instant now,
      ProblemException faults) {
    Period period = goal.terms().period();
    Instant soonest = now.isBefore(period.start()) ? period.start() : now;
    Instant instant = text == null ? soonest : calendar.instant(text).orElse(null);
    if (instant == null) {
      faults.violation("/effectiveFrom", "date-or-instant");
      return soonest;
    }
    Instant inForce = goal.current().effectiveFrom();
    if (!period.contains(instant)) {
      faults.violation("/effectiveFrom", "outside-period");
    } else if (instant.isBefore(inForce)) {
      faults.violation("/effectiveFrom", "before-version-in-force", inForce);
    }
    return instant;
  }

  private static boolean isPending(Goal goal, int version) {
    GoalVersion revision = goal.revision();
    return revision != null && revision.version() == version;
  }

  private ReportingLine line(Goal goal, Instant now) {
    return organisation.lineOf(goal.terms().owner(), now);
  }
}
