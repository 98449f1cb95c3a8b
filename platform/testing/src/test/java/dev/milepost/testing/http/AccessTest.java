package dev.milepost.testing.http;

import static dev.milepost.testing.http.BadRequestTest.problem;
import static dev.milepost.testing.http.Client.NOTES;
import static dev.milepost.testing.http.Client.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class AccessTest {
  @ParameterizedTest
  @ValueSource(strings = {NOTES, "/q/metrics", "/q/openapi", "/q/swagger-ui/"})
  void wantsAToken(String path) {
    problem(given().get(path).then(), 401, "unauthenticated")
        .header("WWW-Authenticate", startsWith("Bearer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {NOTES, "/q/metrics"})
  void refusesAnExpiredToken(String path) {
    String token = TestTokens.expired("ann", null, Roles.SALES_OPS);

    problem(given().auth().oauth2(token).get(path).then(), 401, "unauthenticated")
        .header("WWW-Authenticate", containsString("Bearer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ."})
  void refusesWhatIsNoToken(String token) {
    problem(given().auth().oauth2(token).get(NOTES).then(), 401, "unauthenticated");
  }

  @Test
  void refusesARoleThatMayNot() {
    String token = TestTokens.as("rob", "p-1", Roles.REP);

    problem(given().auth().oauth2(token).get(NOTES).then(), 403, "forbidden");
  }

  @Test
  void refusesWhatDeclaresNoPermission() {
    problem(as("ann").get("/v1/unannotated").then(), 403, "forbidden");
  }

  @Test
  void looksAtTheTokenBeforeTheBody() {
    problem(
        given().contentType("application/json").body("{").post(NOTES).then(),
        401,
        "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/q/health/started"})
  void leavesHealthOpen(String path) {
    given().get(path).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/metrics", "/q/openapi"})
  void showsDocumentsToWhoeverHasAToken(String path) {
    as("ann").accept("*/*").get(path).then().statusCode(200);
  }
}
