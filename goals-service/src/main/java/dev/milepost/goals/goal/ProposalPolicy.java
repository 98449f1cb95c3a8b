package dev.milepost.goals.goal;

import static dev.milepost.goals.problem.GoalsProblem.AGGREGATION_NOT_SUPPORTED;
import static dev.milepost.goals.problem.GoalsProblem.GOAL_NOT_READY;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.goals.goal.Outcome.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a goal must have before it may be proposed: it is specific (owner, metric, statement),
 * measurable (a target) and time-bound (a period that is not over, milestones inside it). Each
 * policy finds at most its own fault.
 */
enum ProposalPolicy {
  /** It says in words what is to change. */
  STATEMENT {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return when(goal.terms().statement().isBlank(), "/statement", "statement-missing");
    }
  },
  /** The directory knows its owner. */
  OWNER {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return when(!facts.ownerKnown(), "/owner", "owner-unknown", goal.terms().owner().id());
    }
  },
  /** Its metric is defined. */
  METRIC {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return when(facts.metric() == null, "/metric", "metric-unknown", goal.terms().metric());
    }
  },
  /** There is a target, absolute or as growth over a baseline, and it is above zero. */
  TARGET {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      Target target = goal.current().target();
      if (target.growthPercent() != null && target.baseline() == null) {
        return List.of(Finding.of("/baseline", "baseline-missing"));
      }
      BigDecimal value = target.value();
      return when(value == null || value.signum() <= 0, "/target", "target-not-positive");
    }
  },
  /** The stretch target is above the target. */
  STRETCH {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      BigDecimal value = goal.current().target().value();
      BigDecimal stretch = goal.current().target().stretch();
      return when(
          value != null && stretch != null && stretch.compareTo(value) <= 0,
          "/stretch",
          "stretch-not-above-target");
    }
  },
  /** Its period is not over. */
  PERIOD {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return when(!goal.terms().period().end().isAfter(now), "/period", "period-over");
    }
  },
  /** Its milestones rise, and are due inside the period. */
  MILESTONES {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return MilestoneRules.findings(goal.current().milestones(), goal.terms().period());
    }
  };

  /**
   * What the policies need to know about the world.
   *
   * @param ownerKnown whether the directory has the owner
   * @param metric the newest version of the metric; absent when there is none
   */
  record Facts(boolean ownerKnown, @Nullable MetricVersion metric) {}

  abstract List<Finding> findings(Goal goal, Facts facts, Instant now);

  /** Why the goal may not be proposed, with everything that is wrong; empty: it may. */
  static Optional<Refused> check(Goal goal, Facts facts, Instant now) {
    MetricVersion metric = facts.metric();
    if (metric != null && !isSupported(metric)) {
      return Optional.of(
          Refused.because(
              AGGREGATION_NOT_SUPPORTED,
              metric.key(),
              metric.aggregation().name(),
              metric.direction().name()));
    }
    List<Finding> findings =
        Stream.of(values()).flatMap(policy -> policy.findings(goal, facts, now).stream()).toList();
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refused(GOAL_NOT_READY, List.of(), findings));
  }

  private static boolean isSupported(MetricVersion metric) {
    boolean adds =
        metric.aggregation() == Aggregation.SUM || metric.aggregation() == Aggregation.COUNT;
    return adds && metric.direction() == Direction.INCREASE;
  }

  private static List<Finding> when(boolean fault, String pointer, String code, Object... args) {
    return fault ? List.of(Finding.of(pointer, code, args)) : List.of();
  }
}
