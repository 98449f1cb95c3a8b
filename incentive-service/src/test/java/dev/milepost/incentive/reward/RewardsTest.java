package dev.milepost.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.contract.Money;
import dev.milepost.contract.Reward;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class RewardsTest {
  private static final String ID = UUID.randomUUID().toString();
  private static final String PLAN = UUID.randomUUID().toString();
  private static final String GOAL = "goal-" + ID;

  @Inject Sql sql;
  @Inject GoalStandings standings;
  @Inject Rewards rewards;

  @BeforeEach
  void begin() {
    QuarkusTransaction.begin();
    standings.lock(Set.of(GOAL));
    sql.update(
        """
        INSERT INTO incentive_plan (id, name, currency, version, versions)
        VALUES (?::uuid, 'Plan', 'USD', 1, '[]')
        """,
        PLAN);
  }

  @AfterEach
  void forget() {
    QuarkusTransaction.rollback();
  }

  @Test
  void whatIsGrantedIsReplacedAsAWhole() {
    BookedReward dinner = reward(1, RewardType.TEAM_ACTIVITY, null, "Dinner");
    BookedReward cash = reward(2, RewardType.CASH, PlanFixture.usd("500.00"), null);

    rewards.store(dinner);
    rewards.store(cash);
    assertThat(rewards.ofGoals(List.of(GOAL))).containsExactly(cash);

    BookedReward again = reward(3, RewardType.TEAM_ACTIVITY, null, "Dinner");
    rewards.store(again);
    assertThat(rewards.ofGoals(List.of(GOAL))).containsExactly(again);
  }

  @Test
  void anAmountHasACurrency() {
    rewards.store(reward(1, RewardType.CASH, PlanFixture.usd("500.00"), null));

    assertThatThrownBy(
            () -> sql.update("UPDATE reward SET currency = NULL WHERE goal_id = ?", GOAL))
        .hasMessageContaining("violates check constraint");
  }

  private static BookedReward reward(
      long version, RewardType type, @Nullable Money amount, @Nullable String description) {
    Reward reward =
        new Reward(
            ID,
            version,
            GoalFixture.DARCEL,
            PLAN,
            1,
            "full",
            Reward.Kind.MILESTONE_REWARD,
            type,
            amount,
            null,
            description,
            GOAL,
            "milestone",
            new BigDecimal("1"),
            "2017-Q4",
            GoalFixture.NOVEMBER,
            GoalFixture.NOVEMBER,
            null);
    return new BookedReward(reward, true);
  }
}
