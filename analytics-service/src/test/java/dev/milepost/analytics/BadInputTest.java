package dev.milepost.analytics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadInputTest {
  @Inject TestBroker broker;

  @BeforeEach
  void defineAMetricWithAGoal() {
    MetricVersion metric =
        TestMetrics.of("bad-input", MetricVersion.Aggregation.SUM, "event.amount");
    Told.inOrder(broker, new GoalWorld(metric).goal("ann").told());
    Told.inOrder(broker, List.of(SalesWorld.defined(metric)));
    awaitFound("/v1/trends?metric=bad-input");
    awaitFound("/v1/leaderboards?metric=bad-input&period=2017-Q4");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/trends, metric, required",
    "/v1/trends?metric=%20, metric, required",
    "/v1/trends?metric=bad-input&grain=DECADE, grain, wrong-format",
    "/v1/trends?metric=bad-input&from=yesterday, from, wrong-format",
    "/v1/trends?metric=bad-input&from=2017-13-01, from, wrong-format",
    "/v1/trends?metric=bad-input&to=2017-10-01T00:00:00Z, to, wrong-format",
    "/v1/trends?metric=bad-input&from=%2B999999999-01-01, from, year-out-of-range",
    "/v1/trends?metric=bad-input&to=0001-01-01, to, year-out-of-range",
    "/v1/trends?metric=bad-input&from=2017-10-01&to=2017-10-01, from, not-before",
    "/v1/trends?metric=bad-input&grain=DAY&from=2000-01-01, from, too-many-points",
    "/v1/trends?metric=bad-input&owner=ann, ownerType, not-together",
    "/v1/trends?metric=bad-input&ownerType=TEAM, owner, not-together",
    "/v1/trends?metric=bad-input&owner=ann&ownerType=DOG, ownerType, wrong-format",
    "/v1/leaderboards?period=2017-Q4, metric, required",
    "/v1/leaderboards?metric=bad-input, period, required",
    "/v1/leaderboards?metric=bad-input&period=2017-Q4&by=LUCK, by, wrong-format",
    "/v1/leaderboards?metric=bad-input&period=2017-Q4&limit=501, limit, page-size",
    "/v1/leaderboards?metric=bad-input&period=2017-Q4&limit=0, limit, page-size",
    "/v1/leaderboards?metric=bad-input&period=2017-Q4&limit=many, limit, wrong-format",
    "/v1/leaderboards?metric=bad-input&period=2017-Q4&cursor=made-up, cursor, invalid-cursor"
  })
  void aParameterAtFaultIsNamed(String path, String parameter, String code) {
    problem(path, 400)
        .body("type", equalTo("urn:milepost:problem:invalid-request"))
        .body("violations.parameter", hasItem(parameter))
        .body("violations.code", hasItem(code));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/trends?metric=unknown, metric-unknown",
    "/v1/trends?metric=bad-input&owner=nobody&ownerType=TEAM, not-found",
    "/v1/leaderboards?metric=unknown&period=2017-Q4, leaderboard-unknown",
    "/v1/leaderboards?metric=bad-input&period=2017-Q9, leaderboard-unknown",
    "/v1/leaderboards/bad-input/2017-Q4/publication, not-found",
    "/v1/nothing, not-found",
    "/, not-found"
  })
  void whatIsNotThereIsNotFound(String path, String slug) {
    problem(path, 404).body("type", equalTo("urn:milepost:problem:" + slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-Q4", "2017-10-01%2F2017-11-15", "2017-10-01/2017-11-15"})
  void whatIsNotThereCannotBePublished(String period) {
    given()
        .auth()
        .oauth2(Organisation.salesOps())
        .urlEncodingEnabled(false)
        .put("/v1/leaderboards/unknown/" + period + "/publication")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:milepost:problem:leaderboard-unknown"));
  }

  @Test
  void aCharacterThatNoTextCanHoldIsRefused() {
    given()
        .auth()
        .oauth2(Organisation.salesOps())
        .urlEncodingEnabled(false)
        .get("/v1/trends?metric=%00")
        .then()
        .statusCode(400);
  }

  @Test
  void anotherLanguageChangesTheTextsAndNotTheCodes() {
    given()
        .auth()
        .oauth2(Organisation.salesOps())
        .header("Accept-Language", "zh-CN")
        .get("/v1/trends?metric=unknown")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:milepost:problem:metric-unknown"))
        .body("title", equalTo("指标不存在"));
  }

  @Test
  void aTokenIsRequiredAndMustNotBeExpired() {
    given().get("/v1/trends?metric=bad-input").then().statusCode(401);
    given()
        .auth()
        .oauth2(TestTokens.expired("olga", null, Roles.SALES_OPS))
        .get("/v1/leaderboards?metric=bad-input&period=2017-Q4")
        .then()
        .statusCode(401)
        .body("type", equalTo("urn:milepost:problem:unauthenticated"));
  }

  @Test
  void integrationReadsNothing() {
    given()
        .auth()
        .oauth2(Organisation.integration())
        .get("/v1/leaderboards?metric=bad-input&period=2017-Q4")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:milepost:problem:forbidden"));
  }

  private static void awaitFound(String path) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> given().auth().oauth2(Organisation.salesOps()).get(path).statusCode() == 200);
  }

  private static ValidatableResponse problem(String path, int status) {
    return given()
        .auth()
        .oauth2(Organisation.salesOps())
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body(not(containsString("Exception")));
  }
}
