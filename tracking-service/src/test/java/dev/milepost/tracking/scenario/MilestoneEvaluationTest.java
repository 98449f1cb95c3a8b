package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How milestones were reached, and what managers note on that. Goals are of 1000. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class MilestoneEvaluationTest {
  @Inject World world;

  @Test
  void storesHowAMilestoneWasReached() {
    goal("eval-plain", Owner.participant("eval-plain"));
    sell("eval-plain", 1, "150", "2017-10-10T00:00:00Z");
    sell("eval-plain", 2, "40", "2017-10-12T00:00:00Z");
    // 18.4 of 92 days
    sell("eval-plain", 3, "60", "2017-10-19T09:36:00Z");
    sell("eval-plain", 4, "200", "2017-10-20T00:00:00Z");

    JsonPath milestone = evaluated("eval-plain:0.25:1");

    assertThat(milestone.getString("reachedAt")).isEqualTo("2017-10-19T09:36:00Z");
    assertThat(milestone.getBoolean("inForce")).isTrue();
    assertThat(milestone.getInt("evaluation.daysEarly")).isEqualTo(4);
    assertThat(milestone.getInt("evaluation.workingDaysEarly")).isEqualTo(2);
    assertThat(milestone.getString("evaluation.actual")).isEqualTo("250");
    assertThat(milestone.getDouble("evaluation.expected")).isEqualTo(0.2);
    assertThat(milestone.getDouble("evaluation.pace")).isEqualTo(1.25);
    assertThat(milestone.getDouble("evaluation.outlook")).isEqualTo(1250.0);
    assertThat(milestone.getList("evaluation.topEvents.sale.id"))
        .isEqualTo(List.of("eval-plain-1", "eval-plain-3", "eval-plain-2"));
    assertThat(milestone.getList("evaluation.topEvents.amount"))
        .isEqualTo(List.of("150", "60", "40"));
    assertThat(milestone.getString("evaluation.topEvents[0].participant")).isEqualTo("eval-plain");
    assertThat(milestone.getString("note")).isNull();
  }

  @Test
  void isMadeAnewWhenTheDateIsCorrected() {
    goal("eval-redated", Owner.participant("eval-redated"));
    sell("eval-redated", 1, "300", "2017-10-20T00:00:00Z");
    evaluated("eval-redated:0.25:1");

    sell("eval-redated", 2, "260", "2017-10-05T00:00:00Z");

    await()
        .until(
            () ->
                "2017-10-05T00:00:00Z"
                    .equals(milestone("eval-redated:0.25:1").getString("reachedAt")));
    await().until(() -> milestone("eval-redated:0.25:1").getInt("evaluation.daysEarly") == 18);
    assertThat(milestone("eval-redated:0.25:1").getList("evaluation.topEvents.sale.id"))
        .isEqualTo(List.of("eval-redated-2"));
  }

  @Test
  void isMadeAnewWhenASaleThatContributedIsTakenBackThoughTheDateStays() {
    goal("eval-thinner", Owner.participant("eval-thinner"));
    sell("eval-thinner", 1, "200", "2017-10-04T00:00:00Z");
    sell("eval-thinner", 2, "300", "2017-10-05T00:00:00Z");
    assertThat(evaluated("eval-thinner:0.25:1").getString("evaluation.actual")).isEqualTo("500");

    world.reverse("eval-thinner-undo", "eval-thinner-1");

    await()
        .until(() -> "300".equals(milestone("eval-thinner:0.25:1").getString("evaluation.actual")));
    assertThat(milestone("eval-thinner:0.25:1").getString("reachedAt"))
        .isEqualTo("2017-10-05T00:00:00Z");
    assertThat(milestone("eval-thinner:0.25:1").getList("evaluation.topEvents.sale.id"))
        .isEqualTo(List.of("eval-thinner-2"));
  }

  @Test
  void staysReadableWhenTheMilestoneIsReverted() {
    goal("eval-reverted", Owner.participant("eval-reverted"));
    sell("eval-reverted", 1, "300", "2017-10-20T00:00:00Z");
    evaluated("eval-reverted:0.25:1");
    note(salesOps(), "eval-reverted:0.25:1", 0, "too good to be true").then().statusCode(200);

    world.reverse("eval-reverted-undo", "eval-reverted-1");
    await().until(() -> "0".equals(actual("eval-reverted")));
    sell("eval-reverted", 2, "400", "2017-10-22T00:00:00Z");

    JsonPath again = evaluated("eval-reverted:0.25:2");
    assertThat(again.getBoolean("inForce")).isTrue();
    assertThat(again.getString("note")).isNull();
    JsonPath first = milestone("eval-reverted:0.25:1");
    assertThat(first.getBoolean("inForce")).isFalse();
    assertThat(first.getString("reachedAt")).isEqualTo("2017-10-20T00:00:00Z");
    assertThat(first.getString("note.text")).isEqualTo("too good to be true");
    salesOps().get("/v1/milestones/eval-reverted:0.25:3").then().statusCode(404);
  }

  @Test
  void isOpenForTheNotesOfTheOwnersManager() {
    teams();
    goal("eval-ann", Owner.participant("eval-ann"));
    sell("eval-ann", 1, "300", "2017-10-20T00:00:00Z");
    String id = "eval-ann:0.25:1";
    evaluated(id);
    RequestSpecification boss = as("eval-boss", Roles.MANAGER);
    await().until(() -> status(as("eval-boss", Roles.MANAGER), id) == 200);

    Response written = note(boss, id, 0, "one big deal");
    written.then().statusCode(200).header("ETag", "\"1\"");
    note(as("eval-head", Roles.MANAGER), id, 1, "一个大单").then().statusCode(200);

    JsonPath read = as("eval-ann", Roles.REP).get("/v1/milestones/" + id).jsonPath();
    assertThat(read.getString("note.text")).isEqualTo("一个大单");
    assertThat(read.getString("note.author")).isEqualTo("user-eval-head");
    assertThat(
            as("eval-ann", Roles.REP)
                .get("/v1/milestones/" + id + "/notes")
                .jsonPath()
                .getList("items.text"))
        .isEqualTo(List.of("一个大单", "one big deal"));
  }

  @Test
  void letsNobodyElseWriteNotes() {
    teams();
    goal("eval-bob", Owner.participant("eval-bob"));
    goal("eval-own", Owner.participant("eval-boss"));
    sell("eval-bob", 1, "300", "2017-10-20T00:00:00Z");
    world.won("eval-own-1", "eval-boss", "300", "2017-10-20T00:00:00Z");
    evaluated("eval-bob:0.25:1");
    evaluated("eval-own:0.25:1");
    await().until(() -> status(as("eval-boss", Roles.MANAGER), "eval-bob:0.25:1") == 200);

    // the rep, a manager of others, a colleague, on an own goal, finance, integration
    note(as("eval-bob", Roles.REP), "eval-bob:0.25:1", 0, "x").then().statusCode(403);
    note(as("eval-eve", Roles.MANAGER), "eval-bob:0.25:1", 0, "x").then().statusCode(404);
    assertThat(status(as("eval-ann", Roles.REP), "eval-bob:0.25:1")).isEqualTo(404);
    note(as("eval-boss", Roles.MANAGER), "eval-own:0.25:1", 0, "x").then().statusCode(403);
    note(as("eval-boss", Roles.SALES_OPS), "eval-own:0.25:1", 0, "x").then().statusCode(403);
    note(as("eval-fred", Roles.FINANCE), "eval-bob:0.25:1", 0, "x").then().statusCode(403);
    assertThat(status(as("crm", Roles.INTEGRATION), "eval-bob:0.25:1")).isEqualTo(403);
    // blank, too long, stale, without a version, on what was never reached
    note(salesOps(), "eval-bob:0.25:1", 0, " ").then().statusCode(400);
    note(salesOps(), "eval-bob:0.25:1", 0, "x".repeat(2001)).then().statusCode(400);
    note(salesOps(), "eval-bob:0.25:1", 1, "x").then().statusCode(412);
    salesOps()
        .contentType("application/json")
        .body("{\"text\":\"x\"}")
        .put("/v1/milestones/eval-bob:0.25:1/note")
        .then()
        .statusCode(428);
    note(salesOps(), "eval-bob:0.75:1", 0, "x").then().statusCode(404);
    assertThat(milestone("eval-bob:0.25:1").getString("note")).isNull();
  }

  @Test
  void hidesWhatIsNotTheCallersInATeamsMilestone() {
    team("eval-solo", null, "eval-chief", "eval-cat", "eval-dan");
    goal("eval-team-goal", Owner.team("eval-solo"));
    world.won("eval-team-1", "eval-cat", "200", "2017-10-20T00:00:00Z");
    world.won("eval-team-2", "eval-dan", "250", "2017-10-20T00:00:00Z");
    await().until(() -> "450".equals(actual("eval-team-goal")));
    String id = "eval-team-goal:0.25:1";
    evaluated(id);
    await().until(() -> status(as("eval-chief", Roles.MANAGER), id) == 200);
    note(as("eval-chief", Roles.MANAGER), id, 0, "for the leaders").then().statusCode(200);
    await().until(() -> status(as("eval-cat", Roles.REP), id) == 200);

    JsonPath ofRep = as("eval-cat", Roles.REP).get("/v1/milestones/" + id).jsonPath();

    assertThat(ofRep.getList("evaluation.topEvents.participant")).isEqualTo(List.of("eval-cat"));
    assertThat(ofRep.getString("note")).isNull();
    as("eval-cat", Roles.REP).get("/v1/milestones/" + id + "/notes").then().statusCode(404);
  }

  private void goal(String id, Owner owner) {
    world.goal(revenueGoal(id, owner, "1000"));
    await().until(() -> World.progress(id).getString("goalId") != null);
  }

  private void sell(String participant, int number, String amount, String occurredAt) {
    String id = participant + "-" + number;
    world.won(id, participant, amount, occurredAt);
    await().until(() -> World.credits(id).getList("items").size() == 1);
  }

  private static Response note(RequestSpecification caller, String id, long version, String text) {
    return caller
        .contentType("application/json")
        .header("If-Match", "\"" + version + "\"")
        .body(World.json(Map.of("text", text)))
        .put("/v1/milestones/" + id + "/note");
  }

  private static int status(RequestSpecification caller, String id) {
    return caller.get("/v1/milestones/" + id).statusCode();
  }

  private static JsonPath milestone(String id) {
    return salesOps().get("/v1/milestones/" + id).jsonPath();
  }

  private static JsonPath evaluated(String id) {
    await().until(() -> milestone(id).get("evaluation") != null);
    return milestone(id);
  }

  private void teams() {
    team("eval-company", null, "eval-head");
    team("eval-team", "eval-company", "eval-boss", "eval-ann", "eval-bob");
    team("eval-others", "eval-company", "eval-eve");
  }

  private void team(String id, String parent, String manager, String... members) {
    world
        .broker()
        .publish(
            EventType.TEAM_CHANGED,
            id,
            "/milepost/goals",
            id + ":1",
            new TeamChanged(
                id,
                1,
                id,
                parent == null ? List.of() : List.of(always(parent)),
                List.of(always(manager)),
                List.of(members).stream().map(World::always).toList()));
  }
}
