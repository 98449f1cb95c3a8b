package dev.milepost.goals.goal;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.BEN;
import static dev.milepost.goals.Api.FINN;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.OLGA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.RITA;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static dev.milepost.goals.goal.GoalBodies.goal;
import static dev.milepost.goals.goal.GoalBodies.idOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalJourneyTest {
  private static final Instant BEFORE = Instant.parse("2017-09-15T08:00:00Z");
  private static final Instant IN_PERIOD = Instant.parse("2017-11-15T08:00:00Z");

  @Inject TestBroker broker;
  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(BEFORE);
    Api.organise();
    Api.metric("won-revenue");
  }

  @Test
  void aManagersGoalIsAcceptedByTheRepAndRunsFromTheFirstInstantOfItsPeriod() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    post(MIA, "/v1/goals/" + id + "/propose", null)
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"), "metricVersion", equalTo(1));
    post(ANNA, "/v1/goals/" + id + "/accept", null)
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"), "approvedBy", equalTo("anna"));
    assertThat(awaitSnapshot(id, GoalSnapshot.State.APPROVED).current().target())
        .isEqualByComparingTo("110000");

    clock.moveTo(Instant.parse("2017-10-01T00:00:00Z"));
    GoalSnapshot active = awaitSnapshot(id, GoalSnapshot.State.ACTIVE);
    assertThat(active.version()).isEqualTo(4);
    assertThat(active.graceEnd()).isEqualTo("2018-01-06T00:00:00Z");
    assertThat(active.profile()).isEqualTo(GoalSnapshot.Profile.SEASONAL);
    get(ANNA, "/v1/goals/" + id).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void aMilestoneIsDueOnTheWholeOfTheDayThatIsGiven() {
    String milestones =
        "{\"milestones\":[{\"threshold\":\"0.5\",\"dueAt\":\"2017-11-15\"},"
            + "{\"threshold\":\"1\",\"dueAt\":\"2017-12-31\"}],";
    String body = goal("PARTICIPANT", "anna").replaceFirst("\\{", milestones);

    post(MIA, "/v1/goals", body)
        .then()
        .statusCode(201)
        .body("milestones[0].dueAt", equalTo("2017-11-16T00:00:00Z"))
        .body("milestones[1].dueAt", equalTo("2018-01-01T00:00:00Z"));
  }

  @Test
  void theAuthorNeverApproves() {
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));

    post(MIA, "/v1/goals/" + id + "/approve", null)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:own-goal"));
    post(RITA, "/v1/goals/" + id + "/approve", null)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:not-the-approver"));
    clock.advance(Duration.ofDays(5));
    post(RITA, "/v1/goals/" + id + "/approve", null).then().statusCode(200);
  }

  @Test
  void aCounterOfferIsAnsweredByProposingAgain() {
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));

    post(ANNA, "/v1/goals/" + id + "/counter", "{\"target\":\"90000\",\"comment\":\"On leave\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("COUNTERED"), "counter.target", equalTo("90000"));
    post(MIA, "/v1/goals/" + id + "/propose", "{\"target\":\"100000\"}")
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"), "target", equalTo("100000"))
        .body("counter", nullValue());
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().statusCode(200);
  }

  @Test
  void aRejectedGoalIsADraftAgainWhenItIsEdited() {
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));
    String etag =
        post(ANNA, "/v1/goals/" + id + "/reject", "{\"reason\":\"Too high\"}")
            .then()
            .statusCode(200)
            .body("state", equalTo("REJECTED"))
            .extract()
            .header("ETag");

    put(MIA, "/v1/goals/" + id, etag, goal("PARTICIPANT", "anna"))
        .then()
        .statusCode(200)
        .body("state", equalTo("DRAFT"));
    put(MIA, "/v1/goals/" + id, etag, goal("PARTICIPANT", "anna")).then().statusCode(412);
  }

  @Test
  void aCascadeIsApprovedInOneCallWithAResultPerGoal() {
    String company = proposed(OTTO, goal("TEAM", "company"));
    String west = proposed(OTTO, GoalBodies.derived("TEAM", "west", company));
    String team = proposed(OTTO, GoalBodies.derived("TEAM", "team-mia", west));
    String mine = proposed(OLGA, GoalBodies.derived("TEAM", "west", company));

    post(OLGA, "/v1/goals/" + company + "/approve-cascade", null)
        .then()
        .statusCode(200)
        .body("items.goalId", containsInAnyOrder(company, west, team, mine))
        .body("items.find { it.goalId == '%s' }.state".formatted(company), equalTo("APPROVED"))
        .body("items.find { it.goalId == '%s' }.status".formatted(west), equalTo("APPROVED"))
        .body("items.find { it.goalId == '%s' }.status".formatted(team), equalTo("REFUSED"))
        .body(
            "items.find { it.goalId == '%s' }.problem.type".formatted(mine),
            equalTo("urn:milepost:problem:own-goal"));
    post(RITA, "/v1/goals/" + company + "/approve-cascade", null)
        .then()
        .body("items.find { it.goalId == '%s' }.status".formatted(team), equalTo("APPROVED"));
  }

  @Test
  void anAgreedGoalChangesByRevisionWithASecondPerson() {
    clock.moveTo(IN_PERIOD);
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().body("state", equalTo("ACTIVE"));

    post(
            MIA,
            "/v1/goals/" + id + "/revisions",
            "{\"reason\":\"Lost a"
                + " customer\",\"target\":\"80000\",\"effectiveFrom\":\"2017-11-01\"}")
        .then()
        .statusCode(201)
        .body("target", equalTo("110000"), "revision.target", equalTo("80000"));
    post(MIA, "/v1/goals/" + id + "/revisions/2/approve", null).then().statusCode(403);
    post(ANNA, "/v1/goals/" + id + "/revisions/2/approve", null)
        .then()
        .statusCode(200)
        .body("target", equalTo("80000"), "goalVersion", equalTo(2));

    GoalSnapshot revised = awaitVersion(id, 2);
    assertThat(revised.current().reason()).isEqualTo("Lost a customer");
    get(ANNA, "/v1/goals/" + id + "/versions")
        .then()
        .body("items.target", contains("110000", "80000"));
  }

  @Test
  void aQuotaIsRevisedOnlyWithSalesOpsOrFinance() {
    clock.moveTo(IN_PERIOD);
    String id = proposed(MIA, goal("PARTICIPANT", "anna").replaceFirst("\\{", "{\"quota\":true,"));
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().statusCode(200);
    post(MIA, "/v1/goals/" + id + "/revisions", "{\"reason\":\"R\",\"target\":\"80000\"}")
        .then()
        .statusCode(201);

    post(ANNA, "/v1/goals/" + id + "/revisions/2/approve", null).then().statusCode(403);
    post(FINN, "/v1/goals/" + id + "/revisions/2/approve", null).then().statusCode(200);
  }

  @Test
  void theFinalProgressClosesTheGoal() {
    clock.moveTo(IN_PERIOD);
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().statusCode(200);

    broker.publish(
        EventType.PROGRESS_RECORDED, id, "/milepost/tracking", id + ".1", progress(id, false));
    broker.publish(
        EventType.PROGRESS_RECORDED, id, "/milepost/tracking", id + ".2", progress(id, true));

    GoalSnapshot closed = awaitSnapshot(id, GoalSnapshot.State.CLOSED);
    assertThat(closed.outcome()).isEqualTo(GoalSnapshot.Outcome.ACHIEVED);
    assertThat(closed.finalAttainment()).isEqualByComparingTo("1.02");
    get(ANNA, "/v1/goals/" + id)
        .then()
        .body("state", equalTo("CLOSED"), "finalActual", equalTo("112200"));
  }

  @Test
  void cancellingAnAgreedGoalTakesSomebodyAboveTheOwner() {
    clock.moveTo(IN_PERIOD);
    String id = proposed(MIA, goal("PARTICIPANT", "anna"));
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().statusCode(200);

    post(ANNA, "/v1/goals/" + id + "/cancel", "{\"reason\":\"I changed my mind\"}")
        .then()
        .statusCode(403);
    post(MIA, "/v1/goals/" + id + "/cancel", "{\"reason\":\"Reorganised\"}").then().statusCode(200);
    assertThat(awaitSnapshot(id, GoalSnapshot.State.CANCELLED).goalId()).isEqualTo(id);
  }

  @Test
  void aRepSeesItsOwnGoalsAndThoseOfTheTeamsAboveAndNoColleagues() {
    String annas = proposed(MIA, goal("PARTICIPANT", "anna"));
    String bens = proposed(MIA, goal("PARTICIPANT", "ben"));
    String teams = proposed(MIA, goal("TEAM", "team-mia"));
    String draft = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));

    get(ANNA, "/v1/goals?limit=500")
        .then()
        .body("items.id", hasItem(annas))
        .body("items.id", hasItem(teams))
        .body("items.id", not(hasItem(bens)))
        .body("items.id", not(hasItem(draft)));
    get(ANNA, "/v1/goals/" + bens).then().statusCode(404);
    get(ANNA, "/v1/goals/" + draft).then().statusCode(404);
    post(ANNA, "/v1/goals/" + bens + "/accept", null).then().statusCode(404);
    get(BEN, "/v1/goals?state=PROPOSED&ownerType=PARTICIPANT&limit=500")
        .then()
        .body("items.owner.id", not(hasItem("anna")));
    get(MIA, "/v1/goals?owner=anna&metric=won-revenue&period=2017-Q4&limit=1")
        .then()
        .body("items", hasSize(1));
  }

  private String proposed(String token, String body) {
    String id = idOf(post(token, "/v1/goals", body));
    post(token, "/v1/goals/" + id + "/propose", null).then().statusCode(200);
    return id;
  }

  private static ProgressRecorded progress(String id, boolean last) {
    return new ProgressRecorded(
        id,
        last ? 2 : 1,
        1,
        1,
        1,
        7,
        new BigDecimal("112200"),
        new BigDecimal("110000"),
        new BigDecimal(last ? "1.02" : "0.4"),
        last,
        null,
        IN_PERIOD);
  }

  private GoalSnapshot awaitSnapshot(String id, GoalSnapshot.State state) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> snapshot(id), found -> found != null && found.state() == state);
  }

  private GoalSnapshot awaitVersion(String id, int version) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> snapshot(id), found -> found != null && found.current().version() == version);
  }

  private @Nullable GoalSnapshot snapshot(String id) {
    return GoalBodies.snapshot(broker.latestByKey(Topic.GOALS.topicName()).get(id));
  }
}
