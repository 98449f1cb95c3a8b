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
 * The goals of a sales force: revenue from orders, over one period for all.
 *
 * @param start when the period begins
 * @param end when the period ends
 */
public record Goals(Instant start, Instant end) {
  /** The usual four. */
  public static final List<BigDecimal> QUARTERS =
      List.of(
          new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.75"), BigDecimal.ONE);

  private static final Duration GRACE = Duration.ofDays(5);

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
        "Sell for " + target.toPlainString() + " USD",
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
        "order-revenue",
        1,
        "Order revenue",
        "USD",
        Aggregation.SUM,
        Direction.INCREASE,
        "event.type == \"dev.milepost.sales.order.placed\"",
        "event.amount",
        null,
        null,
        false,
        null,
        null,
        start,
        null,
        null);
  }

  private Version version(BigDecimal target, List<BigDecimal> thresholds) {
    List<Milestone> milestones =
        thresholds.stream().map(threshold -> new Milestone(threshold, null)).toList();
    return new Version(1, null, target, null, milestones, start, null, "benchmark");
  }
}
