package dev.milepost.goals.goal;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.FiscalCalendar;
import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.goals.calendar.Calendars;
import dev.milepost.goals.goal.GoalRequest.BaselineSource;
import dev.milepost.goals.goal.GoalRequest.MilestoneRequest;
import dev.milepost.goals.metric.Metrics;
import dev.milepost.goals.problem.GoalsProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes terms of what a client wrote, or says everything that is wrong with it. */
@ApplicationScoped
class GoalReader {
  private static final int MOST_YEARS = 10;
  private static final Period UNKNOWN = new Period("", Instant.EPOCH, Instant.EPOCH);

  private final Calendars calendars;
  private final Metrics metrics;
  private final Organisation organisation;
  private final Standing standing;
  private final GoalStore store;
  private final GoalConfig config;

  GoalReader(
      Calendars calendars,
      Metrics metrics,
      Organisation organisation,
      Standing standing,
      GoalStore store,
      GoalConfig config) {
    this.calendars = calendars;
    this.metrics = metrics;
    this.organisation = organisation;
    this.standing = standing;
    this.store = store;
    this.config = config;
  }

  /**
   * What a draft says.
   *
   * @param terms what it is about
   * @param first how much it asks for
   */
  record Draft(GoalTerms terms, GoalVersion first) {}

  /**
   * Reads a draft, also of a goal that is there already.
   *
   * @param author who writes it now
   */
  Draft read(GoalRequest request, @Nullable UUID id, Person author) {
    refuseUnsupported(request);
    ProblemException faults = ProblemException.of(GoalsProblem.GOAL_INVALID);
    FiscalCalendar calendar = calendars.fiscal();
    Period period = period(request, calendar, faults);
    List<Milestone> milestones = milestones(request.milestones(), period, calendar, faults);
    GoalTerms terms = terms(request, period, calendar);
    checkReferences(terms, id, faults);
    if (request.target() != null && request.growthPercent() != null) {
      faults.violation("/growthPercent", "target-or-growth");
    }
    if (!faults.violationCodes().isEmpty()) {
      throw faults;
    }
    Target target =
        new Target(
            request.baseline(), request.target(), request.growthPercent(), request.stretch());
    return new Draft(
        terms, new GoalVersion(1, target, milestones, period.start(), null, author, null));
  }

  /** Reads milestones; the default ones when none are given. */
  List<Milestone> milestones(
      @Nullable List<MilestoneRequest> given,
      Period period,
      FiscalCalendar calendar,
      ProblemException faults) {
    if (given == null) {
      return GoalVersion.DEFAULT_MILESTONES;
    }
    List<Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String dueAt = given.get(i).dueAt();
      Instant due =
          dueAt == null
              ? null
              : read(calendar.deadline(dueAt), "/milestones/" + i + "/dueAt", faults).orElse(null);
      milestones.add(new Milestone(given.get(i).threshold(), due));
    }
    if (!period.equals(UNKNOWN)) {
      MilestoneRules.findings(milestones, period)
          .forEach(f -> faults.violation(f.pointer(), f.code(), f.args().toArray()));
    }
    return milestones;
  }

  private static void refuseUnsupported(GoalRequest request) {
    BaselineSource source = request.baselineSource();
    if (source != null && source != BaselineSource.GIVEN) {
      throw ProblemException.of(GoalsProblem.BASELINE_SOURCE_NOT_SUPPORTED, source.name());
    }
  }

  private GoalTerms terms(GoalRequest request, Period period, FiscalCalendar calendar) {
    List<CreditType> creditTypes =
        Optional.ofNullable(request.creditTypes()).orElse(List.of(CreditType.DIRECT));
    return new GoalTerms(
        Optional.ofNullable(request.statement()).orElse(""),
        request.owner().toOwner(),
        request.metric(),
        period,
        calendar.zone().getId(),
        Optional.ofNullable(request.graceDays()).orElse(config.graceDays()),
        Optional.ofNullable(request.profile()).orElse(Profile.SEASONAL),
        creditTypes.stream().distinct().toList(),
        Boolean.TRUE.equals(request.quota()),
        request.parentId());
  }

  private void checkReferences(GoalTerms terms, @Nullable UUID id, ProblemException faults) {
    Owner owner = terms.owner();
    if (!organisation.knows(owner) || !standing.mayWriteFor(owner)) {
      faults.violation("/owner", "owner-unknown", owner.id());
    }
    if (owner.type() == Owner.Type.TEAM && terms.creditTypes().contains(CreditType.OVERLAY)) {
      faults.violation("/creditTypes", "overlay-not-for-teams");
    }
    if (metrics.latest(terms.metric()).isEmpty()) {
      faults.violation("/metric", "metric-unknown", terms.metric());
    }
    UUID parentId = terms.parentId();
    if (parentId != null) {
      checkParent(parentId, id, faults);
    }
  }

  private void checkParent(UUID parentId, @Nullable UUID id, ProblemException faults) {
    store.lockParents();
    if (store.find(parentId).filter(standing::sees).isEmpty()) {
      faults.violation("/parentId", "parent-unknown");
      return;
    }
    Set<UUID> seen = new HashSet<>();
    for (UUID above = parentId; above != null && seen.add(above); ) {
      if (above.equals(id)) {
        faults.violation("/parentId", "parent-cycle");
        return;
      }
      above = store.find(above).map(goal -> goal.terms().parentId()).orElse(null);
    }
  }

  private static Period period(
      GoalRequest request, FiscalCalendar calendar, ProblemException faults) {
    String label = request.period();
    String start = request.start();
    String end = request.end();
    if (label != null && start == null && end == null) {
      Optional<Period> named = calendar.period(label);
      if (named.isEmpty()) {
        faults.violation("/period", "period-unknown", label);
      }
      return named.map(p -> bounded(p, "/period", calendar, faults)).orElse(UNKNOWN);
    }
    if (label != null || start == null || end == null) {
      faults.violation("/period", "label-or-start-and-end");
      return UNKNOWN;
    }
    Optional<Instant> from = instant(start, "/start", calendar, faults);
    Optional<Instant> to = instant(end, "/end", calendar, faults);
    if (from.isEmpty() || to.isEmpty()) {
      return UNKNOWN;
    }
    if (!from.get().isBefore(to.get())) {
      faults.violation("/end", "end-not-after-start");
      return UNKNOWN;
    }
    return bounded(calendar.between(from.get(), to.get()), "/end", calendar, faults);
  }

  private static Period bounded(
      Period period, String pointer, FiscalCalendar calendar, ProblemException faults) {
    Instant latest = period.start().atZone(calendar.zone()).plusYears(MOST_YEARS).toInstant();
    if (period.end().isAfter(latest)) {
      faults.violation(pointer, "period-too-long", MOST_YEARS);
    }
    return period;
  }

  private static Optional<Instant> instant(
      String text, String pointer, FiscalCalendar calendar, ProblemException faults) {
    return read(calendar.instant(text), pointer, faults);
  }

  private static Optional<Instant> read(
      Optional<Instant> instant, String pointer, ProblemException faults) {
    if (instant.isEmpty()) {
      faults.violation(pointer, "date-or-instant");
    }
    return instant;
  }
}
