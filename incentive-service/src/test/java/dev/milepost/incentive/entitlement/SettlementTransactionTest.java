package dev.milepost.incentive.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class SettlementTransactionTest {
  private static final String GOAL = "goal-of-a-transaction";
  private static final Owner NOBODY = Owner.participant("nobody");

  @Inject Sql sql;
  @Inject Settlement settlement;
  @Inject GoalStandings standings;

  @Test
  void aRolledBackSettlementLeavesNeitherRewardNorLineNorEvent() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          settle();
                          throw new IllegalStateException("the process dies here");
                        }))
        .hasMessage("the process dies here");

    assertThat(count("SELECT count(*) AS n FROM goal_standing WHERE goal_id = ?", GOAL)).isZero();
    assertThat(count("SELECT count(*) AS n FROM reward WHERE goal_id = ?", GOAL)).isZero();
    assertThat(count("SELECT count(*) AS n FROM ledger_entry WHERE goal_id = ?", GOAL)).isZero();
    assertThat(
            count(
                "SELECT count(*) AS n FROM outbox WHERE record_key = convert_to(?, 'UTF8')",
                NOBODY.id()))
        .isZero();
  }

  @Test
  void settlingOutsideOfATransactionIsRefused() {
    assertThatThrownBy(() -> settlement.settle(List.of(), List.of()))
        .hasMessageContaining("Transaction is required");
  }

  private void settle() {
    var plan = PlanFixture.active(PlanFixture.terms(PlanFixture.cash("half-way", "0.5", "1.00")));
    sql.update(
        """
        INSERT INTO incentive_plan (id, name, currency, version, versions)
        VALUES (?, 'Plan', 'USD', 1, '[]')
        """,
        plan.id());
    GoalStanding standing =
        standings
            .lock(Set.of(GOAL))
            .getFirst()
            .with(GoalFixture.goal(GOAL, NOBODY, 1, State.ACTIVE))
            .with(GoalFixture.reached(GOAL, NOBODY, "0.5", 1));
    standings.save(List.of(standing));
    settlement.settle(List.of(new Unsettled(standing, Cause.first("sale-1"))), List.of(plan));
    assertThat(count("SELECT count(*) AS n FROM ledger_entry WHERE goal_id = ?", GOAL)).isOne();
  }

  private long count(String query, String key) {
    return sql.queryOne(query, row -> row.number("n"), key).orElseThrow();
  }
}
