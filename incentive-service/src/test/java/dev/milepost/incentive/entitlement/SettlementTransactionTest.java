package dev.milepost.incentive.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class SettlementTransactionTest {
  private static final Component CASH = PlanFixture.cash("half-way", "0.5", "1.00");

  private final String goalId = "goal-" + UUID.randomUUID();
  private final Owner nobody = Owner.participant("nobody-" + UUID.randomUUID());

  @Inject Sql sql;
  @Inject Settlement settlement;
  @Inject GoalStandings standings;
  @Inject MeterRegistry registry;

  @Test
  void aRolledBackSettlementLeavesNeitherRewardNorLineNorEvent() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          settle(CASH);
                          throw new IllegalStateException("the process dies here");
                        }))
        .hasMessage("the process dies here");

    assertNothingIsThere();
  }

  @Test
  void anEventThatCannotBeAppendedLeavesNeitherRewardNorLine() {
    assertThatThrownBy(
            () -> QuarkusTransaction.requiringNew().run(() -> settle(tooLongForAnEvent())))
        .hasMessageContaining("bytes");

    assertNothingIsThere();
  }

  @Test
  void whatIsBookedIsCountedOnceItIsCommitted() {
    double before = counted();

    QuarkusTransaction.begin();
    settle(CASH);
    assertThat(counted()).isEqualTo(before);
    QuarkusTransaction.rollback();
    assertThat(counted()).isEqualTo(before);
    QuarkusTransaction.requiringNew().run(() -> settle(CASH));

    assertThat(counted()).isEqualTo(before + 1);
  }

  @Test
  void settlingOutsideOfATransactionIsRefused() {
    assertThatThrownBy(() -> settlement.settle(List.of(), List.of()))
        .hasMessageContaining("Transaction is required");
  }

  private void assertNothingIsThere() {
    assertThat(count("SELECT count(*) AS n FROM goal_standing WHERE goal_id = ?", goalId)).isZero();
    assertThat(count("SELECT count(*) AS n FROM reward WHERE goal_id = ?", goalId)).isZero();
    assertThat(count("SELECT count(*) AS n FROM ledger_entry WHERE goal_id = ?", goalId)).isZero();
    assertThat(
            count(
                "SELECT count(*) AS n FROM outbox WHERE record_key = convert_to(?, 'UTF8')",
                nobody.id()))
        .isZero();
  }

  private static MilestoneReward tooLongForAnEvent() {
    return new MilestoneReward(
        "half-way",
        "won-revenue",
        Owner.Type.PARTICIPANT,
        new BigDecimal("0.5"),
        RewardType.BADGE,
        null,
        "x".repeat(1_100_000));
  }

  private double counted() {
    return registry.find(SettlementMeters.BOOKED).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private void settle(Component component) {
    IncentivePlan drafted = PlanFixture.active(PlanFixture.terms(component));
    IncentivePlan plan = new IncentivePlan(UUID.randomUUID(), "Plan", "USD", 1, drafted.versions());
    sql.update(
        """
        INSERT INTO incentive_plan (id, name, currency, version, versions)
        VALUES (?, 'Plan', 'USD', 1, '[]')
        """,
        plan.id());
    GoalStanding standing =
        standings
            .lock(Set.of(goalId))
            .getFirst()
            .with(GoalFixture.goal(goalId, nobody, 1, State.ACTIVE))
            .with(GoalFixture.reached(goalId, nobody, "0.5", 1));
    standings.save(List.of(standing));
    settlement.settle(List.of(new Unsettled(standing, Cause.first("sale-1"))), List.of(plan));
    assertThat(count("SELECT count(*) AS n FROM ledger_entry WHERE goal_id = ?", goalId)).isOne();
  }

  private long count(String query, String key) {
    return sql.queryOne(query, row -> row.number("n"), key).orElseThrow();
  }
}
