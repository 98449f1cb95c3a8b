package dev.milepost.goals;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.CRM;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.OTTO;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is the right status and a problem document, and nothing leaks. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadInputTest {
  private static final String UNKNOWN = "01920000-0000-7000-8000-00000000dead";
  private static final String GOAL =
      """
      {"statement":"S","owner":{"type":"PARTICIPANT","id":"anna"},"metric":"won-revenue",
       "period":"2017-Q4","target":"1"}
      """;

  @Inject MovableClock clock;

  record Bad(String what, Method method, String path, String body, int status, String slug) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Bad> badRequests() {
    return Stream.of(
        post("malformed JSON", "/v1/goals", "{\"statement\":", 400, "malformed-body"),
        post("no body", "/v1/goals", "", 400, "invalid-request"),
        post("not an object", "/v1/goals", "[]", 400, "malformed-body"),
        post("unknown field", "/v1/goals", with("\"colour\":\"red\","), 400, "malformed-body"),
        post("field twice", "/v1/goals", with("\"metric\":\"x\","), 400, "malformed-body"),
        post("wrong type", "/v1/goals", with("\"graceDays\":\"many\","), 400, "malformed-body"),
        post("unknown profile", "/v1/goals", with("\"profile\":\"WILD\","), 400, "malformed-body"),
        post("bad parent id", "/v1/goals", with("\"parentId\":\"x\","), 400, "malformed-body"),
        post("huge number", "/v1/goals", with("\"stretch\":\"1e999999\","), 400, "malformed-body"),
        post("negative grace", "/v1/goals", with("\"graceDays\":-1,"), 400, "invalid-request"),
        post("unknown owner", "/v1/goals", GOAL.replace("anna", "nobody"), 422, "goal-invalid"),
        post("unknown metric", "/v1/goals", GOAL.replace("won-", "lost-"), 422, "goal-invalid"),
        post("unknown period", "/v1/goals", GOAL.replace("Q4", "Q9"), 422, "goal-invalid"),
        post("year 9999", "/v1/goals", GOAL.replace("2017-Q4", "9999"), 422, "goal-invalid"),
        post("year 0", "/v1/goals", GOAL.replace("2017-Q4", "0000-W01"), 422, "goal-invalid"),
        post(
            "end of days", "/v1/goals", lasting("2017-01-01", "+10000-01-01"), 422, "goal-invalid"),
        post(
            "before dates", "/v1/goals", lasting("-0001-01-01", "2018-01-01"), 422, "goal-invalid"),
        post(
            "over 10 years", "/v1/goals", lasting("2017-01-01", "2027-01-02"), 422, "goal-invalid"),
        post("two targets", "/v1/goals", with("\"growthPercent\":1,"), 422, "goal-invalid"),
        post(
            "unknown parent",
            "/v1/goals",
            with("\"parentId\":\"" + UNKNOWN + "\","),
            422,
            "goal-invalid"),
        post(
            "baseline from history",
            "/v1/goals",
            with("\"baselineSource\":\"YEAR_AGO\","),
            422,
            "baseline-source-not-supported"),
        post("unknown goal", "/v1/goals/" + UNKNOWN + "/approve", "", 404, "not-found"),
        post("odd goal id", "/v1/goals/17/approve", "", 404, "not-found"),
        post("no reason", "/v1/goals/" + UNKNOWN + "/cancel", "{}", 400, "invalid-request"),
        post("odd metric key", "/v1/metrics", "{\"key\":\"A b\"}", 400, "invalid-request"),
        get("page too large", "/v1/goals?limit=501", 400, "invalid-request"),
        get("page of nothing", "/v1/goals?limit=0", 400, "invalid-request"),
        get("page of words", "/v1/goals?limit=many", 400, "invalid-request"),
        get("unknown state", "/v1/goals?state=LOST", 400, "invalid-request"),
        get("parent that is no id", "/v1/goals?parent=17", 400, "invalid-request"),
        get("made-up cursor", "/v1/goals?cursor=abc", 400, "invalid-request"),
        get("unknown participant", "/v1/participants/nobody", 404, "not-found"),
        get("unknown team", "/v1/teams/nowhere", 404, "not-found"),
        get("unknown path", "/v1/nothing", 404, "not-found"),
        new Bad("wrong method", Method.DELETE, "/v1/goals", "", 405, "method-not-allowed"),
        new Bad(
            "odd participant id",
            Method.PUT,
            "/v1/participants/a%20b",
            "{\"name\":\"A\"}",
            400,
            "invalid-request"),
        new Bad(
            "role of a year beyond the calendar",
            Method.PUT,
            "/v1/participants/far-off",
            "{\"name\":\"F\",\"roles\":[{\"value\":\"ae\",\"from\":\"+12017-01-01\"}]}",
            422,
            "participant-invalid"),
        new Bad(
            "tie of a year before the calendar",
            Method.PUT,
            "/v1/teams/far-off",
            "{\"name\":\"F\",\"members\":[{\"value\":\"anna\",\"to\":\"0000-01-01T00:00:00Z\"}]}",
            422,
            "team-invalid"),
        new Bad(
            "ties that differ by less than is stored",
            Method.PUT,
            "/v1/teams/too-fine",
            """
            {"name":"F","members":[
             {"value":"anna","from":"2017-01-01T00:00:00.0000001Z","to":"2017-01-01T00:00:00.0000005Z"},
             {"value":"anna","from":"2017-01-01T00:00:00.0000005Z"}]}
            """,
            422,
            "team-invalid"));
  }

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(Instant.parse("2017-11-15T08:00:00Z"));
    Api.organise();
    Api.metric("won-revenue");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void answersWithAProblem(Bad bad) {
    Response response =
        Api.as(OTTO)
            .contentType(ContentType.JSON)
            .body(bad.body())
            .request(bad.method(), bad.path());

    assertProblem(response, bad.status(), bad.slug());
  }

  @Test
  void wantsATokenThatIsGood() {
    String expired = TestTokens.expired("anna", "anna", Roles.REP);

    assertProblem(given().get("/v1/goals"), 401, "unauthenticated");
    assertProblem(Api.get(expired, "/v1/goals"), 401, "unauthenticated");
    assertProblem(Api.get("nonsense", "/v1/goals"), 401, "unauthenticated");
    assertProblem(Api.get(CRM, "/v1/goals"), 403, "forbidden");
    assertProblem(Api.put(ANNA, "/v1/teams/west", null, "{\"name\":\"W\"}"), 403, "forbidden");
  }

  @Test
  void doesNotSetGoalsForForeignParticipantsNorSayThatTheyExist() {
    String foreign = GOAL.replace("anna", "cara");

    assertProblem(Api.post(ANNA, "/v1/goals", foreign), 422, "goal-invalid");
    assertProblem(Api.post(MIA, "/v1/goals", foreign), 422, "goal-invalid");
    assertProblem(Api.get(MIA, "/v1/participants/cara"), 404, "not-found");
  }

  @Test
  void wantsTheVersionThatWasRead() {
    String id = Api.post(OTTO, "/v1/goals", GOAL).then().statusCode(201).extract().path("id");

    assertProblem(Api.put(OTTO, "/v1/goals/" + id, null, GOAL), 428, "version-required");
    assertProblem(Api.put(OTTO, "/v1/goals/" + id, "\"9\"", GOAL), 412, "stale-version");
    assertProblem(Api.put(OTTO, "/v1/goals/" + id, "W/\"1\"", GOAL), 400, "invalid-request");
  }

  @Test
  void takesAnIdempotencyKeyForOneRequestOnly() {
    String first = withKey(GOAL).then().statusCode(201).extract().path("id");
    String again = withKey(GOAL).then().statusCode(201).extract().path("id");

    assertThat(again).isEqualTo(first);
    assertProblem(withKey(GOAL.replace("\"1\"", "\"2\"")), 409, "idempotency-conflict");
  }

  @Test
  void saysWhatAGoalLacksBeforeItIsProposed() {
    String vague =
        "{\"owner\":{\"type\":\"TEAM\",\"id\":\"west\"},\"metric\":\"won-revenue\",\"period\":\"2017-Q3\"}";
    String id = Api.post(OTTO, "/v1/goals", vague).then().statusCode(201).extract().path("id");

    Response response = Api.post(OTTO, "/v1/goals/" + id + "/propose", null);

    assertProblem(response, 422, "goal-not-ready");
    assertThat(response.jsonPath().getList("violations.code"))
        .containsExactlyInAnyOrder("statement-missing", "target-not-positive", "period-over");
    assertThat(response.jsonPath().getList("violations.pointer"))
        .containsExactlyInAnyOrder("/statement", "/target", "/period");
  }

  @Test
  void wantsABaselineForALevel() {
    Api.post(
        OTTO,
        "/v1/metrics",
        "{\"key\":\"satisfaction\",\"name\":\"S\",\"unit\":\"SCORE\",\"aggregation\":\"AVERAGE\","
            + "\"qualifies\":\"true\",\"value\":\"event.amount\"}");
    String body = GOAL.replace("won-revenue", "satisfaction");
    String id = Api.post(OTTO, "/v1/goals", body).then().statusCode(201).extract().path("id");

    Response response = Api.post(OTTO, "/v1/goals/" + id + "/propose", null);

    assertProblem(response, 422, "goal-not-ready");
    assertThat(response.jsonPath().getList("violations.code")).containsExactly("baseline-needed");
  }

  @Test
  void saysHowLongAGoalMayLast() {
    Response response = Api.post(OTTO, "/v1/goals", lasting("2017-01-01", "2027-01-02"));

    assertThat(response.jsonPath().getList("violations.code")).containsExactly("period-too-long");
    assertThat(response.jsonPath().getList("violations.pointer")).containsExactly("/end");
    Api.post(OTTO, "/v1/goals", lasting("2017-01-01", "2027-01-01")).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-11-15T08:00:00Z", "2017-11-14", "2000-01-01", "9999-12-31", "soon"})
  void wantsTheOwnerToBeAskedUntilATimeToCome(String acceptBy) {
    String id = Api.post(OTTO, "/v1/goals", GOAL).then().statusCode(201).extract().path("id");
    String body = "{\"acceptBy\":\"%s\"}".formatted(acceptBy);

    Response response = Api.post(OTTO, "/v1/goals/" + id + "/propose", body);

    assertProblem(response, 422, "goal-invalid");
    assertThat(response.jsonPath().getList("violations.pointer")).containsExactly("/acceptBy");
  }

  @Test
  void speaksChineseWhenAsked() {
    Api.as(OTTO)
        .header("Accept-Language", "zh-CN")
        .contentType(ContentType.JSON)
        .body(GOAL.replace("anna", "nobody"))
        .post("/v1/goals")
        .then()
        .body("type", equalTo("urn:milepost:problem:goal-invalid"))
        .body("violations[0].code", equalTo("owner-unknown"))
        .body("violations[0].message", containsString("没有您可以为其设定目标的所有者“nobody”"));
  }

  private static Response withKey(String body) {
    return Api.as(OTTO)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "one-goal")
        .body(body)
        .post("/v1/goals");
  }

  private static void assertProblem(Response response, int status, String slug) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:" + slug))
        .body("status", equalTo(status))
        .body(not(containsString("dev.milepost")))
        .body(not(containsString("Exception")));
  }

  private static Bad post(String what, String path, String body, int status, String slug) {
    return new Bad(what, Method.POST, path, body, status, slug);
  }

  private static Bad get(String what, String path, int status, String slug) {
    return new Bad(what, Method.GET, path, "", status, slug);
  }

  private static String lasting(String start, String end) {
    return GOAL.replace(
        "\"period\":\"2017-Q4\"", "\"start\":\"%s\",\"end\":\"%s\"".formatted(start, end));
  }

  private static String with(String field) {
    return GOAL.replaceFirst("\\{", "{" + field);
  }
}
