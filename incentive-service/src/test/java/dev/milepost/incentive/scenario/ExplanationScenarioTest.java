package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class ExplanationScenarioTest {
  @Inject TestBroker broker;
  private Story story;

  @BeforeEach
  void begin() {
    story = new Story(broker, Owner.participant("darcel-schlecht"));
  }

  @Test
  void walksFromTheRewardToTheSalesEvents() {
    twoDealsArePaid();

    JsonPath explanation = completeExplanation("");

    assertThat(explanation.getString("reward.kind")).isEqualTo("ATTAINMENT_PAY");
    assertThat(explanation.getString("rule.component.kind")).isEqualTo("ATTAINMENT_PAY");
    assertThat(explanation.getInt("rule.planVersion")).isEqualTo(1);
    assertThat(explanation.getString("rule.approvedBy")).isEqualTo("fiona");
    assertThat(explanation.getString("rule.targetIncentive.amount")).isEqualTo("5000.00");
    assertThat(explanation.getString("goal.metric")).isEqualTo(story.metric);
    assertThat(explanation.getString("progress.actual")).isEqualTo("120000");
    assertThat(explanation.getString("progress.credited")).isEqualTo("120000");
    assertThat(explanation.getFloat("progress.attainment")).isEqualTo(1.2f);
    assertThat(explanation.getList("credits.items.sale.id")).containsExactly("deal-1", "deal-2");
    assertThat(explanation.getList("credits.items.sale.amount.amount"))
        .containsExactly("50000", "70000");
  }

  @Test
  void writesTheArithmeticDown() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).progress(1, "60000").awaitBooked("EARNING 3000.00");
    story.progress(2, "120000").awaitBooked("EARNING 3000.00", "EARNING 4000.00");

    List<String> steps = explanation("").getList("ledger[1].calculation.steps");

    assertThat(steps)
        .containsExactly(
            "payout(1.2) = 1 + 2 × (1.2 − 1) = 1.4",
            "5000.00 USD × 1 × 1.4 × 1 = 7000.00 USD",
            "7000.00 − 3000.00 = 4000.00 USD");
  }

  @Test
  void aMilestoneIsExplainedByTheCreditsUpToItsCrossing() {
    story.activePlan(cash("half-way", "0.5", "250.00"));
    story
        .goal(1, State.ACTIVE)
        .credited("deal-1", 1, "darcel-schlecht", "50000")
        .credited("deal-2", 2, "darcel-schlecht", "70000")
        .reached("0.5", 1)
        .awaitBooked("EARNING 250.00");

    assertThat(completeExplanation("").getList("credits.items.sale.id")).containsExactly("deal-1");
  }

  @Test
  void explainsACreditThatNoEventTookBack() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story
        .goal(1, State.ACTIVE)
        .credited("deal-1", 1, "darcel-schlecht", "50000")
        .credited("deal-2", 2, "darcel-schlecht", "70000")
        .voided("deal-2", 3, "darcel-schlecht", "70000")
        .credited("deal-2-anew", 4, "darcel-schlecht", "70000")
        .progress(4, "120000")
        .awaitBooked("EARNING 7000.00");

    JsonPath explanation = completeExplanation("");

    assertThat(explanation.getString("progress.credited")).isEqualTo("120000");
    assertThat(explanation.getList("credits.items.delta"))
        .containsExactly("50000", "70000", "-70000", "70000");
    assertThat(explanation.getString("credits.items[2].reversedBy")).isNull();
  }

  @Test
  void creditsComeInPages() {
    twoDealsArePaid();

    String next = completeExplanation("?limit=1").getString("credits.next");

    assertThat(explanation("?limit=1&cursor=" + next).getList("credits.items.sale.id"))
        .containsExactly("deal-2");
  }

  @Test
  void saysWhenItDoesNotKnowAllCreditsYet() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story.goal(1, State.ACTIVE).progress(1, "60000").awaitBooked("EARNING 3000.00");

    assertThat(explanation("").getBoolean("progress.complete")).isFalse();
  }

  private void twoDealsArePaid() {
    story.activePlan(pay("1", Settlement.EACH_EVENT));
    story
        .goal(1, State.ACTIVE)
        .credited("deal-1", 1, "darcel-schlecht", "50000")
        .credited("deal-2", 2, "darcel-schlecht", "70000")
        .progress(2, "120000")
        .awaitBooked("EARNING 7000.00");
  }

  private JsonPath completeExplanation(String query) {
    eventually(() -> assertThat(explanation(query).getBoolean("progress.complete")).isTrue());
    return explanation(query);
  }

  private JsonPath explanation(String query) {
    Object id = story.rewards().getFirst().get("rewardId");
    return Api.body(Api.finance().get("/v1/rewards/" + id + "/explanation" + query));
  }
}
