package dev.milepost.testing.http;

import static dev.milepost.testing.http.BadRequestTest.problem;
import static dev.milepost.testing.http.Client.NOTE;
import static dev.milepost.testing.http.Client.NOTES;
import static dev.milepost.testing.http.Client.as;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class VersionTest {
  @Test
  void everyVersionHasItsOwnStrongTag() {
    long id = Client.newNote();

    as("ann").get(NOTES + "/" + id).then().header("ETag", "\"1\"");
    change(id, "\"1\"").statusCode(200).header("ETag", "\"2\"");
  }

  @Test
  void changeWithoutAVersionIsRefused() {
    long id = Client.newNote();

    problem(as("ann").body(NOTE).put(NOTES + "/" + id).then(), 428, "version-required");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "\"2\", 412, stale-version",
        "\"abc\", 412, stale-version",
        "\"99999999999999999999\", 412, stale-version",
        "1, 400, invalid-request",
        "W/\"1\", 400, invalid-request",
        "*, 400, invalid-request"
      })
  void changeOfAnotherVersionIsRefused(String ifMatch, int status, String slug) {
    long id = Client.newNote();

    problem(change(id, ifMatch), status, slug);
    as("ann").get(NOTES + "/" + id).then().body("version", equalTo(1));
  }

  private static ValidatableResponse change(long id, String ifMatch) {
    return as("ann").header("If-Match", ifMatch).body(NOTE).put(NOTES + "/" + id).then();
  }
}
