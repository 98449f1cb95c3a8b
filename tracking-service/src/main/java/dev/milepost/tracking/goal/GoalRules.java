package dev.milepost.tracking.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.tracking.pace.Way;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a goal must fulfil so that it can be followed. A goal that does not is quarantined. */
final class GoalRules {

  private record Rule(String code, String detail, Predicate<GoalSnapshot> broken) {}

  /** Why a goal cannot be followed. */
  record Refusal(String code, String detail) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("NO_VERSION", "the goal has no version", goal -> goal.versions().isEmpty()),
          new Rule(
              "TARGET_NOT_POSITIVE",
              "every target of a sum that should grow must be above 0",
              goal -> is(goal, Way.GROWING_FLOW) && any(goal, v -> v.target().signum() <= 0)),
          new Rule(
              "BASELINE_MISSING",
              "a level, or a sum that should shrink, needs a baseline",
              goal ->
                  Way.of(goal.metric()).needsBaseline() && any(goal, v -> v.baseline() == null)),
          new Rule(
              "TARGET_IS_BASELINE",
              "the target of a level must differ from its baseline",
              goal -> is(goal, Way.LEVEL) && any(goal, v -> compare(v) == 0)),
          new Rule(
              "TARGET_NOT_BELOW_BASELINE",
              "the target of a sum that should shrink must be below its baseline",
              goal -> is(goal, Way.SHRINKING_FLOW) && any(goal, v -> compare(v) >= 0)),
          new Rule(
              "THRESHOLD_NOT_POSITIVE",
              "every milestone's threshold must be above 0",
              goal -> any(goal, GoalRules::hasThresholdAtZero)),
          new Rule(
              "PERIOD_EMPTY",
              "the period must end after its start, and grace not before that",
              goal ->
                  !goal.period().start().isBefore(goal.period().end())
                      || goal.graceEnd().isBefore(goal.period().end())),
          new Rule("UNKNOWN_ZONE", "the zone is not known", goal -> !isZone(goal.zone())));

  private GoalRules() {}

  /** The first reason why the goal cannot be followed. */
  static Optional<Refusal> refusal(GoalSnapshot goal) {
    return RULES.stream()
        .filter(rule -> rule.broken().test(goal))
        .map(rule -> new Refusal(rule.code(), rule.detail()))
        .findFirst();
  }

  /** Why a goal cannot take the place of the one that is followed. */
  static Optional<Refusal> refusal(GoalSnapshot goal, GoalSnapshot known) {
    boolean same =
        goal.owner().equals(known.owner())
            && goal.metric().equals(known.metric())
            && goal.period().equals(known.period())
            && goal.creditTypes().equals(known.creditTypes());
    return same
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "ENTRIES_WOULD_CHANGE",
                "owner, metric version, period and credit types of a published goal stay"));
  }

  private static boolean is(GoalSnapshot goal, Way way) {
    return Way.of(goal.metric()) == way;
  }

  private static boolean any(GoalSnapshot goal, Predicate<Version> condition) {
    return goal.versions().stream().anyMatch(condition);
  }

  /** The target against the baseline. */
  private static int compare(Version version) {
    BigDecimal baseline = version.baseline();
    return baseline == null ? 1 : version.target().compareTo(baseline);
  }

  private static boolean hasThresholdAtZero(Version version) {
    return version.milestones().stream().anyMatch(m -> m.threshold().signum() <= 0);
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
