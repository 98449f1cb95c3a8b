package dev.milepost.goals.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a goal in the published language. */
final class GoalSnapshots {
  private GoalSnapshots() {}

  /** The whole goal as it now stands; it must have been agreed to once. */
  static GoalSnapshot of(Goal goal) {
    GoalTerms terms = goal.terms();
    MetricVersion metric =
        Objects.requireNonNull(goal.metric(), "a goal is published with its metric");
    GoalResult result = goal.result();
    return new GoalSnapshot(
        goal.id().toString(),
        goal.version(),
        GoalSnapshot.State.valueOf(goal.state().name()),
        terms.statement(),
        terms.owner(),
        metric,
        terms.period(),
        terms.graceEnd(),
        terms.zone(),
        terms.profile(),
        text(terms.parentId()),
        terms.creditTypes(),
        goal.versions().stream().map(GoalSnapshots::version).toList(),
        result == null ? null : result.outcome(),
        result == null ? null : result.attainment());
  }

  private static GoalSnapshot.Version version(GoalVersion version) {
    return new GoalSnapshot.Version(
        version.version(),
        version.target().baseline(),
        Objects.requireNonNull(version.target().value(), "a published goal has a target"),
        version.target().stretch(),
        version.milestones(),
        version.effectiveFrom(),
        version.reason(),
        version.author().principal());
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
