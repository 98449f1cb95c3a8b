package dev.milepost.benchmarks.workload;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The goals of a sales force over orders, with one metric and one period for all.
 *
 * @param start when the period begins
 * @param end when the period ends
 * @param aggregation of the orders' amounts: SUM, or AVERAGE over the period
 */
public record Goals(Instant start, Instant end, Aggregation aggregation) {
  /** The usual four. */
  public static final List<BigDecimal> QUARTERS =
      List.of(
          new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.75"), BigDecimal.ONE);

  private static final Duration GRACE = Duration.ofDays(5);

  /** Goals for revenue. */
  public Goals(Instant start, Instant end) {
    this(start, end, Aggregation.SUM);
  }

  /** The id of an owner's goal. */
  public static String idOf(Owner owner) {
    return "goal-" + owner.id();
  }

  /** An owner's goal with milestones at these thresholds, which rise. */
  public GoalSnapshot goal(Owner owner, BigDecimal target, List<BigDecimal> thresholds) {
    return new GoalSnapshot(
        idOf(owner),
        1,
        State.ACTIVE,
        "Come to " + target.toPlainString() + " USD",
        owner,
        metric(),
        new Period("benchmark", start, end),
        end.plus(GRACE),
        "UTC",
        Profile.LINEAR,
        null,
        List.of(CreditType.DIRECT),
        List.of(version(target, thresholds)),
        null,
        null);
  }

  private MetricVersion metric() {
    return new MetricVersion(
        aggregation.isFlow() ? "order-revenue" : "order-size",
        1,
        aggregation.isFlow() ? "Order revenue" : "Order size",
        "USD",
        aggregation,
        Direction.INCREASE,
        "event.type == \"dev.milepost.sales.order.placed\"",
        "event.amount",
        null,
        null,
        false,
        null,
        aggregation.isFlow() ? null : 1,
        start,
        null,
        null);
  }

  private Version version(BigDecimal target, List<BigDecimal> thresholds) {
    List<Milestone> milestones =
        thresholds.stream().map(threshold -> new Milestone(threshold, null)).toList();
    BigDecimal baseline = aggregation.isFlow() ? null : BigDecimal.ZERO;
    return new Version(1, baseline, target, null, milestones, start, null, "benchmark");
  }
}
