package dev.milepost.incentive.goal;

import static dev.milepost.incentive.goal.GoalFixture.GOAL_ID;
import static dev.milepost.incentive.goal.GoalFixture.reached;
import static dev.milepost.incentive.goal.GoalFixture.reverted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.MilestoneReached;
import org.junit.jupiter.api.Test;

class GoalStandingTest {

  @Test
  void aRevertedMilestoneIsNotInForce() {
    GoalStanding standing =
        GoalStanding.unknown(GOAL_ID).with(reached("0.5", 1)).with(reverted("0.5", 1));

    assertThat(standing.milestonesInForce()).isEmpty();
  }

  @Test
  void aMilestoneWhoseEndWasToldFirstIsNotInForce() {
    GoalStanding standing =
        GoalStanding.unknown(GOAL_ID).with(reverted("0.5", 1)).with(reached("0.5", 1));

    assertThat(standing.milestonesInForce()).isEmpty();
  }

  @Test
  void onlyTheNewestCycleIsInForce() {
    GoalStanding standing =
        GoalStanding.unknown(GOAL_ID).with(reached("0.5", 2)).with(reached("0.5", 1));

    assertThat(standing.milestonesInForce()).extracting(MilestoneReached::cycle).containsExactly(2);
  }
}
