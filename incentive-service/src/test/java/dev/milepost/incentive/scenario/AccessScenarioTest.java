package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ParticipantChanged;
import dev.milepost.contract.TeamChanged;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna and Ben are in a team that Mona manages; Zoe is in no team. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class AccessScenarioTest {
  @Inject TestBroker broker;
  private Story annas;

  @BeforeEach
  void begin() {
    for (String id : List.of("anna", "ben", "mona", "zoe")) {
      broker.publish(
          EventType.PARTICIPANT_CHANGED,
          id,
          "/milepost/goals",
          id + ":1",
          new ParticipantChanged(id, 1, id, List.of(), true));
    }
    broker.publish(
        EventType.TEAM_CHANGED,
        "monas",
        "/milepost/goals",
        "monas:1",
        new TeamChanged(
            "monas",
            1,
            "Mona's team",
            List.of(),
            List.of(new Dated("mona", null, null)),
            List.of(new Dated("anna", null, null), new Dated("ben", null, null))));
    annas = new Story(broker, Owner.participant("anna"));
    annas.activePlan(cash("half-way", "0.5", "250.00"));
    annas.goal(1, State.ACTIVE).reached("0.5", 1).awaitBooked("EARNING 250.00");
    eventually(() -> assertThat(seenBy(manager("mona"), annas)).isEqualTo(1));
  }

  @Test
  void aRepSeesOwnRewardsAndNoColleagues() {
    assertThat(seenBy(Api.rep("anna"), annas)).isEqualTo(1);
    assertThat(seenBy(Api.rep("ben"), annas)).isZero();
  }

  @Test
  void aColleaguesRewardDoesNotExist() {
    String reward = "/v1/rewards/" + annas.rewards().getFirst().get("rewardId");

    Api.rep("anna").get(reward).then().statusCode(200);
    Api.rep("ben").get(reward).then().statusCode(404);
    Api.rep("ben").get(reward + "/explanation").then().statusCode(404);
  }

  @Test
  void aRepSeesTheRewardsOfTheOwnTeamButOnlyOwnCreditsBehindThem() {
    Story team = new Story(broker, Owner.team("monas"));
    team.activePlan(dinner("0.5"));
    team.goal(1, State.ACTIVE)
        .credited("deal-1", 1, "anna", "10000")
        .credited("deal-2", 2, "ben", "40000")
        .reached("0.5", 2)
        .awaitBooked("EARNING -");
    Object id = team.rewards().getFirst().get("rewardId");

    eventually(
        () -> {
          JsonPath walk = Api.body(Api.rep("anna").get("/v1/rewards/" + id + "/explanation"));
          assertThat(walk.getBoolean("progress.complete")).isTrue();
          assertThat(walk.getString("progress.credited")).isEqualTo("50000");
          assertThat(walk.getList("credits.items.sale.id")).containsExactly("deal-1");
        });
  }

  @Test
  void aManagerSeesTheSubTreeAndNothingBeside() {
    assertThat(seenBy(manager("mona"), annas)).isEqualTo(1);
    assertThat(seenBy(manager("zoe"), annas)).isZero();
  }

  @Test
  void salesOperationsWritesPlansButDoesNotSeePay() {
    assertThat(seenBy(Api.salesOps(), annas)).isZero();
    Api.salesOps().get("/v1/statements?participant=anna&period=2017-Q4").then().statusCode(404);
  }

  @Test
  void anIntegrationSeesNothing() {
    for (String path : List.of("/v1/rewards", "/v1/ledger", "/v1/incentive-plans")) {
      Api.as("crm", null, Roles.INTEGRATION).get(path).then().statusCode(403);
    }
  }

  @Test
  void plansAreForThoseWhoWriteAndApproveThem() {
    Api.rep("anna").get("/v1/incentive-plans").then().statusCode(403);
    manager("mona").get("/v1/incentive-plans").then().statusCode(403);
    Api.finance().body("{}").post("/v1/incentive-plans").then().statusCode(403);
  }

  @Test
  void aStatementHoldsTheLinesOfThePeriodAndTheirTotal() {
    Story paid = new Story(broker, Owner.participant("zoe"));
    paid.activePlan(cash("half-way", "0.5", "250.00"), pay("1", Settlement.EACH_EVENT));
    paid.goal(1, State.ACTIVE).reached("0.5", 1).progress(1, "60000");
    paid.awaitBooked("EARNING 250.00", "EARNING 3000.00");

    JsonPath statement =
        Api.body(Api.rep("zoe").get("/v1/statements?participant=zoe&period=2017-Q4"));

    assertThat(statement.getString("totals[0].amount")).isEqualTo("3250.00");
    assertThat(statement.getList("lines.items")).hasSize(2);
    assertThat(statement.getList("lines.items.calculation.steps")).doesNotContainNull();
    Api.rep("anna").get("/v1/statements?participant=zoe&period=2017-Q4").then().statusCode(404);
  }

  private static RequestSpecification manager(String id) {
    return Api.as(id, id, Roles.REP, Roles.MANAGER);
  }

  private static int seenBy(RequestSpecification caller, Story story) {
    return Api.body(caller.get("/v1/rewards?goal=" + story.goalId)).getList("items").size();
  }
}
