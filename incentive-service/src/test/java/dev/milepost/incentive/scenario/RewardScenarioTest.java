package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.incentive.plan.Component;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.incentive.plan.PlanTerms;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class RewardScenarioTest {
  @Inject TestBroker broker;
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story(broker, Owner.participant("darcel-schlecht"));
  }

  @Test
  void aParticipantIsPaidForAMilestone() {
    story.activePlan(cash("half-way", "0.5", "250.00"));

    story.goal(1, State.ACTIVE).reached("0.5", 1);

    story.awaitBooked("EARNING 250.00");
  }

  @Test
  void aTeamIsRewardedForAMilestoneWithSomethingElseThanMoney() {
    story = new Story(broker, Owner.team("team-dustin-brinkmann"));
    story.activePlan(dinner("1"));

    story.goal(1, State.ACTIVE).reached("1", 1);

    story.awaitBooked("EARNING -");
    assertThat(story.rewards())
        .singleElement()
        .satisfies(
            reward -> {
              assertThat(reward).containsEntry("rewardType", "TEAM_ACTIVITY");
              assertThat(reward).containsEntry("description", "Dinner for the whole team");
              assertThat(reward).doesNotContainKey("amount");
            });
  }

  @Test
  void attainmentPayBooksTheDifferenceWithEveryProgress() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).progress(1, "60000");
    story.awaitBooked("EARNING 3000.00");

    story.progress(2, "120000");

    story.awaitBooked("EARNING 3000.00", "EARNING 4000.00");
    assertThat(story.rewards())
        .singleElement()
        .extracting("amount")
        .isEqualTo(Map.of("amount", "7000.00", "currency", "USD"));
  }

  @Test
  void attainmentPayThatFallsIsAdjustedDown() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).progress(1, "60000");
    story.awaitBooked("EARNING 3000.00");

    story.progress(2, "50000");

    story.awaitBooked("EARNING 3000.00", "ADJUSTMENT -500.00");
  }

  @Test
  void attainmentPayAtTheCloseIsBookedWithTheResult() {
    story.activePlan(pay("1", Settlement.AT_CLOSE), cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE).progress(1, "60000").reached("0.5", 1);
    story.awaitBooked("EARNING 250.00");

    story.result(2, "100000");

    story.awaitBooked("EARNING 250.00", "EARNING 5000.00");
  }

  @Test
  void aRevertedMilestoneIsTakenBackAndPaidAgainWhenReachedAgain() {
    story.activePlan(cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE).reached("0.5", 1);
    story.awaitBooked("EARNING 250.00");

    story.reverted("0.5", 1);
    story.awaitBooked("EARNING 250.00", "CLAWBACK -250.00");
    story.reached("0.5", 2);

    story.awaitBooked("EARNING 250.00", "CLAWBACK -250.00", "EARNING 250.00");
    assertThat(inForce()).singleElement().extracting("milestoneId").asString().endsWith("/2");
    eventually(
        () ->
            assertThat(story.published())
                .containsExactlyInAnyOrder(
                    "RewardGranted 1", "RewardRevoked 2", "RewardGranted 1"));
  }

  @Test
  void repeatedAndOutdatedFactsChangeNothing() {
    story.activePlan(cash("half-way", "0.5", "250.00"), cash("full", "1", "900.00"));
    story.goal(1, State.ACTIVE).reached("0.5", 1).reverted("0.5", 1).reached("0.5", 2);

    story.reached("0.5", 1).reverted("0.5", 1).reached("0.5", 2).reached("1", 1);

    eventually(() -> assertThat(story.booked()).contains("EARNING 900.00"));
    assertThat(inForce()).extracting("componentId").containsExactlyInAnyOrder("half-way", "full");
    assertThat(story.booked()).filteredOn("CLAWBACK -250.00"::equals).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void factsThatArriveBeforeTheirGoalArePaidWhenItComes() {
    story.activePlan(cash("half-way", "0.5", "250.00"), pay("1", Settlement.EACH_EVENT));
    story.reached("0.5", 1).progress(1, "60000");

    story.goal(1, State.ACTIVE);

    story.awaitBooked("EARNING 250.00", "EARNING 3000.00");
  }

  @Test
  void aRevisionOfTheGoalPaysNothingTwice() {
    story.activePlan(cash("half-way", "0.5", "250.00"), pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).reached("0.5", 1).progress(1, "60000");
    story.awaitBooked("EARNING 250.00", "EARNING 3000.00");

    story.goal(2, State.ACTIVE).progress(2, "100000");

    story.awaitBooked("EARNING 250.00", "EARNING 3000.00", "EARNING 2000.00");
  }

  @Test
  void aCancelledGoalGivesBackWhatItPaid() {
    story.activePlan(cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE).reached("0.5", 1);
    story.awaitBooked("EARNING 250.00");

    story.goal(2, State.CANCELLED);

    story.awaitBooked("EARNING 250.00", "CLAWBACK -250.00");
    assertThat(story.rewards()).singleElement().extracting("reason").isEqualTo("GOAL_CANCELLED");
  }

  @Test
  void aPlanThatIsActivatedLatePaysWhatWasReachedBefore() {
    story.goal(1, State.ACTIVE).reached("0.5", 1).progress(1, "60000");

    story.activePlan(cash("half-way", "0.5", "250.00"), pay("1", Settlement.EACH_EVENT));

    story.awaitBooked("EARNING 250.00", "EARNING 3000.00");
  }

  @Test
  void aNewPlanVersionBooksOnlyTheDifference() {
    String planId = story.activePlan(cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE).reached("0.5", 1);
    story.awaitBooked("EARNING 250.00");

    Story.activeSecondVersion(planId, story.terms(cash("half-way", "0.5", "300.00")));

    story.awaitBooked("EARNING 250.00", "ADJUSTMENT 50.00");
    assertThat(story.rewards()).singleElement().extracting("planVersion").isEqualTo(2);
  }

  @Test
  void whatANewPlanVersionLeavesOutIsTakenBackOnOpenAndClosedGoalsOfWhateverMetric() {
    Story open = new Story(broker, story.owner);
    Story closed = open.anotherGoal();
    PlanTerms kept = story.terms(cash("half-way", "0.5", "250.00"));
    PlanTerms leftOut = open.terms(pay("1", Settlement.EACH_EVENT));
    String planId = Story.draftedPlan(both(kept, leftOut));
    Story.activate(planId, 1);
    story.goal(1, State.ACTIVE).reached("0.5", 1).awaitBooked("EARNING 250.00");
    open.goal(1, State.ACTIVE).progress(1, "60000").awaitBooked("EARNING 3000.00");
    closed.goal(1, State.ACTIVE).result(1, "100000").goal(2, State.CLOSED);
    closed.awaitBooked("EARNING 5000.00");

    Story.activeSecondVersion(planId, kept);

    open.awaitBooked("EARNING 3000.00", "ADJUSTMENT -3000.00");
    closed.awaitBooked("EARNING 5000.00", "ADJUSTMENT -5000.00");
    story.awaitBooked("EARNING 250.00");
  }

  private static PlanTerms both(PlanTerms one, PlanTerms other) {
    return PlanFixture.terms(
        Stream.of(one, other)
            .flatMap(terms -> terms.components().stream())
            .toArray(Component[]::new));
  }

  private List<Map<String, Object>> inForce() {
    return Api.items("/v1/rewards?inForce=true&goal=" + story.goalId);
  }
}
