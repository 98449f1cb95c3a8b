package dev.milepost.benchmarks.latency;

import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Sale;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.GoalSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A course of sales of one amount, seller after seller in turn, and goals made so that it is known
 * beforehand which sale reaches which milestone. A participant's goal is reached after 40 to 79
 * sales and has ten milestones; those of teams and regions are out of reach.
 *
 * @param force who sells
 */
record Crossings(SalesForce force) {
  private static final int MILESTONES = 10;
  private static final int LEAST_SALES = 40;
  private static final int DIFFERENT_GOALS = 40;
  private static final long CENTS = 100_00;
  private static final BigDecimal OUT_OF_REACH = new BigDecimal("1000000000000");
  private static final List<BigDecimal> THRESHOLDS =
      IntStream.rangeClosed(1, MILESTONES)
          .mapToObj(tenths -> BigDecimal.valueOf(tenths).divide(BigDecimal.TEN))
          .toList();

  /** The sale of this number, made now. */
  Sale sale(int no, Instant now) {
    return new Sale(no, no % force.participants(), CENTS, now);
  }

  /** The goal of an owner. */
  GoalSnapshot goal(Goals goals, int owner) {
    if (owner >= force.participants()) {
      return goals.goal(force.owner(owner), OUT_OF_REACH, Goals.QUARTERS);
    }
    BigDecimal target = BigDecimal.valueOf(salesToTarget(owner) * CENTS, 2);
    return goals.goal(force.owner(owner), target, THRESHOLDS);
  }

  private static int salesToTarget(int participant) {
    return LEAST_SALES + participant % DIFFERENT_GOALS;
  }

  /** The number of the sale with which a participant's goal reaches a threshold. */
  int saleThatReaches(int participant, BigDecimal threshold) {
    int nth =
        threshold
            .multiply(BigDecimal.valueOf(salesToTarget(participant)))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    return (nth - 1) * force.participants() + participant;
  }

  /** How many milestones the first so many sales reach. */
  int reachedBy(int sales) {
    return (int)
        IntStream.range(0, force.participants())
            .boxed()
            .flatMap(p -> THRESHOLDS.stream().map(threshold -> saleThatReaches(p, threshold)))
            .filter(sale -> sale < sales)
            .count();
  }
}
