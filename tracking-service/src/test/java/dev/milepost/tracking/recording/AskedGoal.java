package dev.milepost.tracking.recording;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A goal that is asked for its progress over a {@link RandomHistory}.
 *
 * @param targets of each of its versions, the last is in force
 * @param graceEnd when its grace ends
 */
record AskedGoal(
    String id,
    Owner owner,
    MetricVersion metric,
    CreditType creditType,
    BigDecimal baseline,
    List<BigDecimal> targets,
    Instant graceEnd) {
  static final int MINIMUM_SAMPLE = 2;
  static final List<String> THRESHOLDS = List.of("0.25", "0.5", "0.75", "1");

  /** Every metric for a seller and two levels of teams, and what somebody gets beside sellers. */
  static List<AskedGoal> of(String run) {
    List<AskedGoal> goals = new ArrayList<>();
    for (MetricVersion metric : metrics(run)) {
      for (Owner owner :
          List.of(Owner.participant(run + "-a"), Owner.team(run + "-east"), Owner.team(run))) {
        goals.add(goal(goals.size(), metric, owner, CreditType.DIRECT));
      }
      goals.add(goal(goals.size(), metric, Owner.participant(run + "-o"), CreditType.OVERLAY));
    }
    return goals;
  }

  /** Each third one is revised once, up or down. */
  private static AskedGoal goal(int no, MetricVersion metric, Owner owner, CreditType creditType) {
    Way way = way(metric);
    BigDecimal other = way.target().multiply(new BigDecimal(no % 2 == 0 ? "0.7" : "1.3"));
    return new AskedGoal(
        metric.key() + "-" + owner.id(),
        owner,
        metric,
        creditType,
        way.baseline(),
        no % 3 == 0 ? List.of(way.target(), other) : List.of(way.target()),
        World.FAR);
  }

  /** Another goal that asks for the same. */
  AskedGoal again(String name, Instant otherGraceEnd) {
    return new AskedGoal(
        id + "-" + name, owner, metric, creditType, baseline, targets, otherGraceEnd);
  }

  private record Way(BigDecimal baseline, BigDecimal target) {
    static Way between(String baseline, String target) {
      return new Way(new BigDecimal(baseline), new BigDecimal(target));
    }
  }

  /** Of such a length that some histories go all of it and others hardly begin. */
  private static Way way(MetricVersion metric) {
    boolean grows = metric.direction() == Direction.INCREASE;
    boolean part = metric.denominatorValue() != null;
    return switch (metric.aggregation()) {
      case SUM -> Way.between(grows ? "2" : "6000", "1500");
      case COUNT, DISTINCT_COUNT -> Way.between(grows ? "2" : "72", "18");
      case AVERAGE, LATEST -> grows ? Way.between("50", "110") : Way.between("110", "50");
      case RATIO -> {
        String less = part ? "0.5" : "50";
        String more = part ? "1" : "110";
        yield grows ? Way.between(less, more) : Way.between(more, less);
      }
    };
  }

  /**
   * The aggregations in both directions; first-ever keys; windows over the period; some that count
   * returns in the period of what is returned.
   */
  private static List<MetricVersion> metrics(String run) {
    List<MetricVersion> metrics = growing(run);
    for (Aggregation aggregation : Aggregation.values()) {
      metrics.add(metric(run, aggregation, Direction.DECREASE, true));
    }
    metrics.add(metric(run, Aggregation.SUM, Direction.INCREASE, true, Returns.ORIGINAL));
    metrics.add(metric(run, Aggregation.AVERAGE, Direction.INCREASE, true, Returns.ORIGINAL));
    metrics.add(
        metric(run, Aggregation.DISTINCT_COUNT, Direction.INCREASE, false, Returns.ORIGINAL));
    return metrics;
  }

  /** The aggregations, first-ever keys, and windows over the period. */
  static List<MetricVersion> growing(String run) {
    List<MetricVersion> metrics = new ArrayList<>();
    for (Aggregation aggregation : Aggregation.values()) {
      metrics.add(metric(run, aggregation, Direction.INCREASE, true));
      if (aggregation != Aggregation.SUM && aggregation != Aggregation.COUNT) {
        metrics.add(metric(run, aggregation, Direction.INCREASE, false));
      }
    }
    return metrics;
  }

  /** The plain one of an aggregation, or the one with first-ever keys or the period as window. */
  private static MetricVersion metric(
      String run, Aggregation aggregation, Direction direction, boolean plain) {
    return metric(run, aggregation, direction, plain, Returns.OWN_DATE);
  }

  private static MetricVersion metric(
      String run, Aggregation aggregation, Direction direction, boolean plain, Returns returns) {
    boolean level = !aggregation.isFlow();
    boolean ratio = aggregation == Aggregation.RATIO;
    return new MetricVersion(
        run
            + "-"
            + aggregation
            + "-"
            + direction
            + (plain ? "" : "-2")
            + (returns == Returns.OWN_DATE ? "" : "-3"),
        1,
        "m",
        "SCORE",
        aggregation,
        direction,
        "event.type == 'dev.milepost.sales.deal.won'",
        switch (aggregation) {
          case COUNT -> null;
          case DISTINCT_COUNT -> "event.customer";
          case SUM, AVERAGE, LATEST, RATIO -> "event.amount";
        },
        ratio ? "event.type.startsWith('dev.milepost.sales.deal')" : null,
        ratio && plain ? "event.amount" : null,
        aggregation == Aggregation.DISTINCT_COUNT && !plain,
        level && plain ? 30 : null,
        level ? MINIMUM_SAMPLE : null,
        World.START,
        null,
        returns);
  }

  boolean grows() {
    return metric.direction() == Direction.INCREASE && metric.aggregation().isFlow();
  }

  boolean isClosed() {
    return graceEnd.isBefore(World.FAR);
  }

  boolean isRevised() {
    return targets.size() > 1;
  }

  BigDecimal target() {
    return targets.getLast();
  }

  /** The goal as it is published, with so many of its versions. */
  GoalSnapshot snapshot(int versions) {
    return new GoalSnapshot(
        id,
        versions,
        State.ACTIVE,
        "move it",
        owner,
        metric,
        World.QUARTER,
        graceEnd,
        "UTC",
        Profile.LINEAR,
        null,
        List.of(creditType),
        IntStream.range(0, versions).mapToObj(this::version).toList(),
        null,
        null);
  }

  private Version version(int index) {
    Version plain =
        World.version(
            index + 1, targets.get(index).toPlainString(), THRESHOLDS.toArray(String[]::new));
    return new Version(
        index + 1,
        baseline,
        plain.target(),
        null,
        plain.milestones(),
        plain.effectiveFrom(),
        plain.reason(),
        plain.author());
  }
}
