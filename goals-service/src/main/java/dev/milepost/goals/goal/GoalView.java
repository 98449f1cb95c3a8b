package dev.milepost.goals.goal;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Ratio;
import dev.milepost.runtime.versioning.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A goal as clients see it. */
@Schema(name = "Goal")
record GoalView(
    @Schema(examples = "01920000-0000-7000-8000-000000000001") UUID id,
    @Schema(description = "Counts every change; the ETag.", examples = "3") long version,
    GoalState state,
    String statement,
    Owner owner,
    @Schema(examples = "won-revenue") String metric,
    @Schema(description = "The frozen version; absent before it is proposed.", examples = "1")
        @Nullable Integer metricVersion,
    @Schema(examples = "USD") @Nullable String unit,
    @Schema(examples = "2017-Q4") String period,
    @Schema(examples = "2017-10-01T00:00:00Z") Instant start,
    @Schema(examples = "2018-01-01T00:00:00Z") Instant end,
    @Schema(examples = "2018-01-06T00:00:00Z") Instant graceEnd,
    @Schema(examples = "UTC") String zone,
    GoalSnapshot.Profile profile,
    List<CreditType> creditTypes,
    boolean quota,
    @Nullable UUID parentId,
    @Schema(description = "Number of the version of target and milestones.", examples = "1")
        int goalVersion,
    @Schema(examples = "100000.00") @Nullable BigDecimal baseline,
    @Nullable BigDecimal growthPercent,
    @Schema(examples = "110000.00") @Nullable BigDecimal target,
    @Nullable BigDecimal stretch,
    List<Milestone> milestones,
    @Schema(description = "Who began it.", examples = "otto") String author,
    @Nullable String proposedBy,
    @Schema(description = "Until when the owner is asked alone.") @Nullable Instant acceptBy,
    @Nullable String approvedBy,
    @Nullable Counter counter,
    @Schema(description = "The revision that waits for a second person's word.")
        @Nullable Version revision,
    GoalSnapshot.@Nullable Outcome outcome,
    @Schema(description = "Attainment at the close.") @Nullable @Ratio BigDecimal finalAttainment,
    @Schema(description = "Value reached at the close, in the metric's unit.")
        @Nullable BigDecimal finalActual,
    List<Event> history)
    implements Versioned {

  /** A point on the way. */
  @Schema(name = "Milestone")
  record Milestone(
      @Schema(examples = "0.25") @Ratio BigDecimal threshold, @Nullable Instant dueAt) {

    static List<Milestone> of(List<GoalSnapshot.Milestone> milestones) {
      return milestones.stream().map(m -> new Milestone(m.threshold(), m.dueAt())).toList();
    }
  }

  /** A counter-offer. */
  @Schema(name = "CounterOffer")
  record Counter(BigDecimal target, String comment, String by, Instant at) {}

  /** One version of what a goal asks for. */
  @Schema(name = "GoalVersion")
  record Version(
      int version,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal growthPercent,
      @Nullable BigDecimal target,
      @Nullable BigDecimal stretch,
      List<Milestone> milestones,
      Instant effectiveFrom,
      @Nullable String reason,
      String author,
      @Nullable String approvedBy) {

    static Version of(GoalVersion version) {
      Target target = version.target();
      return new Version(
          version.version(),
          target.baseline(),
          target.growthPercent(),
          target.value(),
          target.stretch(),
          Milestone.of(version.milestones()),
          version.effectiveFrom(),
          version.reason(),
          version.author().principal(),
          principal(version.approvedBy()));
    }
  }

  /** One step in the goal's life. */
  @Schema(name = "GoalStep")
  record Event(Step.Action action, @Nullable String by, Instant at, @Nullable String note) {}

  static GoalView of(Goal goal) {
    GoalTerms terms = goal.terms();
    GoalVersion current = goal.current();
    MetricVersion metric = goal.metric();
    Proposal proposal = goal.proposal();
    GoalVersion revision = goal.revision();
    GoalResult result = goal.result();
    return new GoalView(
        goal.id(),
        goal.version(),
        goal.state(),
        terms.statement(),
        terms.owner(),
        terms.metric(),
        metric == null ? null : metric.version(),
        metric == null ? null : metric.unit(),
        terms.period().label(),
        terms.period().start(),
        terms.period().end(),
        terms.graceEnd(),
        terms.zone(),
        terms.profile(),
        terms.creditTypes(),
        terms.quota(),
        terms.parentId(),
        current.version(),
        current.target().baseline(),
        current.target().growthPercent(),
        current.target().value(),
        current.target().stretch(),
        Milestone.of(current.milestones()),
        goal.author().principal(),
        proposal == null ? null : proposal.by().principal(),
        proposal == null ? null : proposal.acceptBy(),
        principal(current.approvedBy()),
        counter(goal.counter()),
        revision == null ? null : Version.of(revision),
        result == null ? null : result.outcome(),
        result == null ? null : result.attainment(),
        result == null ? null : result.actual(),
        goal.history().stream()
            .map(step -> new Event(step.action(), principal(step.by()), step.at(), step.note()))
            .toList());
  }

  private static @Nullable Counter counter(@Nullable CounterOffer offer) {
    return offer == null
        ? null
        : new Counter(offer.target(), offer.comment(), offer.by().principal(), offer.at());
  }

  private static @Nullable String principal(@Nullable Person person) {
    return person == null ? null : person.principal();
  }
}
