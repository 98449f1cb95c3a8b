package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import dev.milepost.local.demo.GoalPlan.PlannedGoal;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalPlanTest {
  private static final CrmData DATA = CrmData.load();
  private static final Organisation ORGANISATION = Organisation.of(DATA.agents());
  private static final List<PlannedGoal> GOALS =
      GoalPlan.of(ORGANISATION, WonRevenue.of(DATA, ORGANISATION, Quarter.Q3_2017));

  @Test
  void asksForTenPercentMoreThanTheQuarterBefore() {
    PlannedGoal company = goal(Owner.team("company"));
    assertThat(company.baseline()).isEqualByComparingTo("2982255");
    assertThat(company.target()).isEqualByComparingTo("3280480.5");
    assertThat(company.parent()).isNull();
  }

  @Test
  void givesAnAgentWithoutHistoryTheMedianOfTheTeam() {
    PlannedGoal newcomer = goal(Owner.participant("mei-mei-johns"));
    assertThat(newcomer.baseline()).isNull();
    assertThat(newcomer.target()).isEqualByComparingTo("130351.1");
    assertThat(newcomer.parent()).isEqualTo(Owner.team("team-melvin-marxen"));
  }

  @Test
  void setsAGoalForEverybody() {
    assertThat(GOALS).extracting(PlannedGoal::owner).isEqualTo(ORGANISATION.owners());
    assertThat(GOALS).filteredOn(goal -> goal.baseline() == null).hasSize(5);
    assertThat(GOALS).allSatisfy(goal -> assertThat(goal.target()).isPositive());
  }

  @Test
  void takesTheMeanOfTwoMiddleValues() {
    assertThat(GoalPlan.median(List.of(usd("40"), usd("10"), usd("25"), usd("20"))))
        .isEqualByComparingTo("22.5");
    assertThat(GoalPlan.median(List.of(usd("3"), usd("1"), usd("2")))).isEqualByComparingTo("2");
  }

  private static PlannedGoal goal(Owner owner) {
    return GOALS.stream().filter(goal -> goal.owner().equals(owner)).findFirst().orElseThrow();
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}
