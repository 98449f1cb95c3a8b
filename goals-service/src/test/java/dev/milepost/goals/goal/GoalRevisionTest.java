package dev.milepost.goals.goal;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.goal.GoalBodies.goal;
import static dev.milepost.goals.goal.GoalBodies.idOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an agreed goal may be revised, and in what order revisions take effect. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalRevisionTest {
  private static final Instant IN_PERIOD = Instant.parse("2017-11-15T08:00:00Z");
  private static final Instant PERIOD_END = Instant.parse("2018-01-01T00:00:00Z");

  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(IN_PERIOD);
    Api.organise();
    Api.metric("won-revenue");
  }

  @Test
  void takesEffectNoEarlierThanTheVersionInForce() {
    String id = agreed();
    revise(id, "\"effectiveFrom\":\"2017-12-01\"").statusCode(201);
    post(ANNA, "/v1/goals/" + id + "/revisions/2/approve", null).then().statusCode(200);

    revise(id, "\"effectiveFrom\":\"2017-11-30T23:59:59Z\"")
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:goal-invalid"))
        .body("violations.pointer", contains("/effectiveFrom"))
        .body("violations.code", contains("before-version-in-force"));
    revise(id, "\"target\":\"70000\"")
        .statusCode(422)
        .body("violations.code", contains("before-version-in-force"));
    revise(id, "\"effectiveFrom\":\"2017-12-01\"").statusCode(201);
  }

  @Test
  void takesEffectInsideThePeriod() {
    String id = agreed();

    revise(id, "\"effectiveFrom\":\"2018-01-01\"")
        .statusCode(422)
        .body("violations.code", contains("outside-period"));
  }

  @Test
  void isNeitherWrittenNorAgreedToAfterThePeriod() {
    String unrevised = agreed();
    String revised = agreed();
    revise(revised, "\"target\":\"70000\"").statusCode(201);
    clock.moveTo(PERIOD_END);

    revise(unrevised, "\"target\":\"70000\"")
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:period-over"));
    revise(unrevised, "\"effectiveFrom\":\"2017-12-01\"")
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:period-over"));
    post(ANNA, "/v1/goals/" + revised + "/revisions/2/approve", null)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:period-over"));
    post(ANNA, "/v1/goals/" + revised + "/revisions/2/reject", "{\"reason\":\"Late\"}")
        .then()
        .statusCode(200);
  }

  @Test
  void waitsUntilTheOneBeforeIsDecided() {
    String id = agreed();
    revise(id, "\"target\":\"70000\"").statusCode(201);

    revise(id, "\"target\":\"60000\"")
        .statusCode(409)
        .body("type", equalTo("urn:milepost:problem:revision-pending"));
  }

  @Test
  void leavesTheGoalAsItWasWhenItIsRejected() {
    String id = agreed();
    revise(id, "\"target\":\"70000\"").statusCode(201);

    post(MIA, "/v1/goals/" + id + "/revisions/2/reject", "{\"reason\":\"No\"}")
        .then()
        .statusCode(403);
    post(ANNA, "/v1/goals/" + id + "/revisions/2/reject", "{\"reason\":\"No\"}")
        .then()
        .statusCode(200)
        .body("target", equalTo("110000"), "goalVersion", equalTo(1), "revision", nullValue());
    get(ANNA, "/v1/goals/" + id + "/versions").then().body("items", hasSize(1));
    post(ANNA, "/v1/goals/" + id + "/revisions/2/approve", null)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:milepost:problem:no-revision-pending"));
  }

  private static ValidatableResponse revise(String id, String change) {
    String body = "{\"reason\":\"R\",%s}".formatted(change);
    return post(MIA, "/v1/goals/" + id + "/revisions", body).then();
  }

  private static String agreed() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    post(MIA, "/v1/goals/" + id + "/propose", null).then().statusCode(200);
    post(ANNA, "/v1/goals/" + id + "/accept", null).then().statusCode(200);
    return id;
  }
}
