package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.credits;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees which rows, and what a bad question is told. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class AccessTest {
  @Inject World world;

  @BeforeEach
  void organise() {
    team("vis-company", null, null);
    team("vis-team", "vis-company", "vis-boss", "vis-ann", "vis-bob");
    team("vis-other", "vis-company", null, "vis-eve");
    for (String owner : List.of("vis-ann", "vis-bob", "vis-eve")) {
      world.goal(revenueGoal("goal-" + owner, Owner.participant(owner), "1000"));
    }
    for (String owner : List.of("vis-team", "vis-other", "vis-company")) {
      world.goal(revenueGoal("goal-" + owner, Owner.team(owner), "1000"));
    }
    await().until(() -> visible(salesOps()).size() == 6);
    await().until(() -> visible(as("vis-ann", Roles.REP)).size() == 3);
    await().until(() -> visible(as("vis-boss", Roles.MANAGER)).size() == 4);
  }

  @Test
  void showsARepTheOwnGoalAndThoseOfTheTeamsAbove() {
    assertThat(visible(as("vis-ann", Roles.REP)))
        .containsExactlyInAnyOrder("goal-vis-ann", "goal-vis-team", "goal-vis-company");
    as("vis-ann", Roles.REP).get("/v1/progress/goal-vis-bob").then().statusCode(404);
    as("vis-ann", Roles.REP).get("/v1/progress/goal-vis-bob/entries").then().statusCode(404);
    as("vis-ann", Roles.REP).get("/v1/progress/goal-vis-ann").then().statusCode(200);
  }

  @Test
  void showsAManagerTheSubtreeAndTheTeamsAbove() {
    assertThat(visible(as("vis-boss", Roles.MANAGER)))
        .containsExactlyInAnyOrder(
            "goal-vis-ann", "goal-vis-bob", "goal-vis-team", "goal-vis-company");
  }

  @Test
  void hidesColleaguesLinesInATeamsLedger() {
    world.won("deal-vis-ann", "vis-ann", "1", "2017-11-05T10:00:00Z");
    world.won("deal-vis-bob", "vis-bob", "1", "2017-11-05T10:00:00Z");
    await().until(() -> credits("deal-vis-ann").getList("items").size() == 1);
    await().until(() -> credits("deal-vis-bob").getList("items").size() == 1);

    assertThat(participants(as("vis-ann", Roles.REP))).containsOnly("vis-ann");
    assertThat(participants(as("vis-boss", Roles.MANAGER)))
        .containsExactlyInAnyOrder("vis-ann", "vis-bob");
    assertThat(
            as("vis-ann", Roles.REP).get("/v1/credits").jsonPath().getList("items.participantId"))
        .containsOnly("vis-ann");
  }

  @Test
  void pagesThroughAListWithoutGapOrRepetition() {
    var first = salesOps().get("/v1/progress?limit=1&metric=won-revenue").jsonPath();
    var second =
        salesOps()
            .queryParam("cursor", first.getString("next"))
            .get("/v1/progress?limit=1&metric=won-revenue")
            .jsonPath();

    assertThat(second.getString("items[0].goalId"))
        .isGreaterThan(first.getString("items[0].goalId"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/progress?limit=501, 400",
    "/v1/progress?limit=many, 400",
    "/v1/progress?cursor=made-up!, 400",
    "/v1/progress?ownerType=DOG, 400",
    "/v1/milestones?reached=perhaps, 400",
    "/v1/credits?from=yesterday, 400",
    "/v1/credits?participant=%00, 400",
    "/v1/progress/nothing, 404",
    "/v1/progress/%00, 400",
    "/v1/sales-events/reconciliation?from=2017-11-05&to=2017-11-05, 400",
    "/v1/sales-events/reconciliation?from=2017-11-05&to=2017-12-07, 400",
    "/v1/sales-events/reconciliation?from=yesterday, 400",
    "/v1/sales-events/quarantine?from=yesterday, 400",
    "/v1/sales-events/quarantine?replayed=perhaps, 400",
    "/v1/nothing, 404"
  })
  void answersABadQuestionWithAProblem(String path, int status) {
    salesOps()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/progress, integration",
    "/v1/credits, integration",
    "/v1/milestones, integration",
    "/v1/sales-events/quarantine, rep",
    "/v1/sales-events/quarantine, integration",
    "/v1/sales-events/quarantine/00000000-0000-0000-0000-000000000000, integration",
    "/v1/sources, integration",
    "/v1/sources, manager",
    "/v1/sources/crm/watermark, rep",
    "/v1/sales-events/waiting-reversals, integration",
    "/v1/sales-events/waiting-reversals, manager",
    "/v1/sales-events/reconciliation, manager",
    "/v1/sales-events/reconciliation, integration",
    "/v1/sales-events/%2Fcrm/deal/outcome, integration"
  })
  void refusesARoleThatHasNoBusinessThere(String path, String role) {
    as("vis-ann", role).urlEncodingEnabled(false).get(path).then().statusCode(403);
  }

  @Test
  void letsNoIntegrationSendASaleOfAnotherAgain() {
    as("vis-ann", Roles.INTEGRATION)
        .post("/v1/sales-events/quarantine/00000000-0000-0000-0000-000000000000/replay")
        .then()
        .statusCode(403);
  }

  @Test
  void listsMilestonesOfVisibleGoals() {
    assertThat(
            as("vis-eve", Roles.REP)
                .get("/v1/milestones?goal=goal-vis-eve&reached=false")
                .jsonPath()
                .getList("items.threshold"))
        .hasSize(4);
    assertThat(
            as("vis-eve", Roles.REP)
                .get("/v1/milestones?goal=goal-vis-bob")
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  private static List<String> visible(RequestSpecification caller) {
    return caller
        .get("/v1/progress?limit=500&period=2017-Q4")
        .jsonPath()
        .getList("items.goalId")
        .stream()
        .map(String.class::cast)
        .filter(goal -> goal.startsWith("goal-vis-"))
        .toList();
  }

  private static List<String> participants(RequestSpecification caller) {
    return caller
        .get("/v1/progress/goal-vis-team/entries")
        .jsonPath()
        .getList("items.participantId");
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
                manager == null ? List.of() : List.of(always(manager)),
                List.of(members).stream().map(World::always).toList()));
  }
}
