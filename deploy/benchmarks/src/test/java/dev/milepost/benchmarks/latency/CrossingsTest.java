package dev.milepost.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.benchmarks.workload.Goals;
import dev.milepost.benchmarks.workload.Sale;
import dev.milepost.benchmarks.workload.SalesForce;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Milestone;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CrossingsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Crossings crossings = new Crossings(SalesForce.withGoals(100));
  private final Goals goals = new Goals(NOW, NOW.plusSeconds(86_400));

  @Test
  void knowsTheSaleThatReachesEachMilestone() {
    for (int participant = 0; participant < crossings.force().participants(); participant++) {
      GoalSnapshot goal = crossings.goal(goals, participant);
      for (Milestone milestone : goal.current().milestones()) {
        int no = crossings.saleThatReaches(participant, milestone.threshold());
        BigDecimal bar = goal.current().target().multiply(milestone.threshold());

        assertThat(soldUpTo(no, participant)).isGreaterThanOrEqualTo(bar);
        assertThat(soldUpTo(no - 1, participant)).isLessThan(bar);
      }
    }
  }

  private BigDecimal soldUpTo(int last, int participant) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int no = 0; no <= last; no++) {
      Sale sale = crossings.sale(no, NOW);
      sum = sale.participant() == participant ? sum.add(sale.amount()) : sum;
    }
    return sum;
  }

  @Test
  void countsWhatTheFirstSalesReach() {
    int participants = crossings.force().participants();

    assertThat(crossings.reachedBy(0)).isZero();
    assertThat(crossings.reachedBy(100 * participants)).isEqualTo(10 * participants);
  }

  @Test
  void leavesTeamsOutOfReach() {
    GoalSnapshot goal = crossings.goal(goals, crossings.force().participants());

    assertThat(goal.current().target()).isGreaterThan(new BigDecimal("1e11"));
  }
}
