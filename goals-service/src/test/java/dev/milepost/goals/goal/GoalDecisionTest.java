package dev.milepost.goals.goal;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.OLGA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.RITA;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static dev.milepost.goals.goal.GoalBodies.goal;
import static dev.milepost.goals.goal.GoalBodies.idOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.milepost.goals.Api;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked about whose text, about which version of it, and who sees it before. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalDecisionTest {
  private static final String ANNA_AGAIN = TestTokens.as("anna-2", "anna", Roles.REP);
  private static final String REASON = "{\"reason\":\"Written by mistake\"}";

  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(Instant.parse("2017-09-15T08:00:00Z"));
    Api.organise();
    Api.metric("won-revenue");
  }

  @Test
  void aManagersOwnGoalGoesToTheManagerAbove() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "mia")));
    act(MIA, id, "propose", null).then().statusCode(200);

    act(OTTO, id, "approve", null).then().statusCode(403);
    act(MIA, id, "approve", null).then().statusCode(403);
    act(RITA, id, "approve", null).then().statusCode(200);
  }

  @Test
  void theOwnerIsAskedUntilTheEndOfADay() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));

    act(MIA, id, "propose", "{\"acceptBy\":\"2017-09-15\"}")
        .then()
        .statusCode(200)
        .body("acceptBy", equalTo("2017-09-16T00:00:00Z"));
  }

  @Test
  void theOwnerIsAskedAboutTheTargetThatAManagerPutIntoItsDraft() {
    String id = idOf(post(ANNA, "/v1/goals", goal("PARTICIPANT", "anna")));
    act(MIA, id, "propose", "{\"target\":\"500000\"}").then().statusCode(200);

    act(RITA, id, "approve", null)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:not-the-approver"));
    act(ANNA, id, "accept", null)
        .then()
        .statusCode(200)
        .body("target", equalTo("500000"), "approvedBy", equalTo("anna"));
    get(ANNA, "/v1/goals/" + id + "/versions").then().body("items.author", contains("mia"));
  }

  @Test
  void aDraftThatSomebodyElseRewroteIsTheirText() {
    String company = goal("TEAM", "company");
    String id = idOf(post(OTTO, "/v1/goals", company));
    put(OLGA, "/v1/goals/" + id, "\"1\"", company.replace("10}", "20}")).then().statusCode(200);
    act(OTTO, id, "propose", null).then().statusCode(200);

    act(OLGA, id, "approve", null)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:own-goal"));
    get(OTTO, "/v1/goals/" + id + "/versions").then().body("items.author", contains("olga"));
    get(OTTO, "/v1/goals/" + id).then().body("author", equalTo("otto"));
  }

  @Test
  void aDecisionMayNameTheVersionThatItIsAbout() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    String seen = act(MIA, id, "propose", null).then().extract().header("ETag");
    act(ANNA, id, "counter", "{\"target\":\"90000\",\"comment\":\"C\"}").then().statusCode(200);
    String now = act(MIA, id, "propose", "{\"target\":\"500000\"}").then().extract().header("ETag");

    about(seen, id, "accept", "").then().statusCode(412);
    about(seen, id, "approve", "").then().statusCode(412);
    about(seen, id, "reject", REASON).then().statusCode(412);
    about(seen, id, "counter", "{\"target\":\"1\",\"comment\":\"C\"}").then().statusCode(412);
    about("seven", id, "accept", "").then().statusCode(400);
    about(now, id, "accept", "").then().statusCode(200);
  }

  @Test
  void aRepDoesNotSeeWhatWasGivenUpBeforeItWasProposed() {
    String id = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    act(MIA, id, "cancel", REASON).then().statusCode(200);
    String proposed = idOf(post(MIA, "/v1/goals", goal("PARTICIPANT", "anna")));
    act(MIA, proposed, "propose", null).then().statusCode(200);
    act(MIA, proposed, "cancel", REASON).then().statusCode(200);

    get(ANNA, "/v1/goals/" + id).then().statusCode(404);
    get(ANNA, "/v1/goals/" + proposed).then().statusCode(200);
    get(ANNA, "/v1/goals?state=CANCELLED&limit=500")
        .then()
        .body("items.id", not(hasItem(id)))
        .body("items.id", hasItem(proposed));
    get(MIA, "/v1/goals?state=CANCELLED&limit=500").then().body("items.id", hasItem(id));
  }

  @Test
  void anAuthorSeesItsDraftUnderEachOfItsLogins() {
    String id = idOf(post(ANNA, "/v1/goals", goal("PARTICIPANT", "anna")));

    get(ANNA_AGAIN, "/v1/goals/" + id).then().statusCode(200);
    get(ANNA_AGAIN, "/v1/goals?state=DRAFT&limit=500").then().body("items.id", hasItem(id));
  }

  @Test
  void aGoalMayRunFromOneDayToAnother() {
    String body =
        goal("PARTICIPANT", "anna")
            .replace("\"period\":\"2017-Q4\"", "\"start\":\"2017-10-15\",\"end\":\"2017-12-01\"");
    String id = idOf(post(MIA, "/v1/goals", body));
    act(MIA, id, "propose", null).then().statusCode(200);

    act(ANNA, id, "accept", null)
        .then()
        .statusCode(200)
        .body("period", equalTo("2017-10-15/2017-12-01"))
        .body("start", equalTo("2017-10-15T00:00:00Z"), "end", equalTo("2017-12-01T00:00:00Z"));
    clock.moveTo(Instant.parse("2017-12-01T00:00:00Z"));
    act(MIA, id, "revisions", "{\"reason\":\"R\",\"target\":\"1\"}")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:milepost:problem:period-over"));
  }

  private static Response act(String token, String id, String action, @Nullable String body) {
    return post(token, "/v1/goals/" + id + "/" + action, body);
  }

  private static Response about(String etag, String id, String action, String body) {
    return Api.as(ANNA)
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(body)
        .post("/v1/goals/" + id + "/" + action);
  }
}
