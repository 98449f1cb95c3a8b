package dev.milepost.goals.goal;

import static dev.milepost.goals.problem.GoalsProblem.GOAL_NOT_READY;

import dev.milepost.contract.MetricVersion;
import dev.milepost.goals.goal.Outcome.Refused;
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
  /** There is a target that the metric can be measured against, and stretch is beyond it. */
  TARGET {
    @Override
    List<Finding> findings(Goal goal, Facts facts, Instant now) {
      return TargetRules.findings(goal.current().target(), facts.metric());
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
    List<Finding> findings =
        Stream.of(values()).flatMap(policy -> policy.findings(goal, facts, now).stream()).toList();
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refused(GOAL_NOT_READY, List.of(), findings));
  }

  private static List<Finding> when(boolean fault, String pointer, String code, Object... args) {
    return fault ? List.of(Finding.of(pointer, code, args)) : List.of();
  }
}
