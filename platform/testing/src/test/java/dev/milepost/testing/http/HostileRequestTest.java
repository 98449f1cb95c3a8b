package dev.milepost.testing.http;

import static dev.milepost.testing.http.BadRequestTest.problem;
import static dev.milepost.testing.http.Client.NOTES;
import static dev.milepost.testing.http.Client.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client sends by mistake. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class HostileRequestTest {
  @Test
  void nestingWithoutEndIsRefused() {
    String body = "{\"attributes\": " + "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_001);

    problem(Client.post(body), 400, "malformed-body")
        .body("violations[0].code", equalTo("excessive"));
  }

  @Test
  void numberWithoutEndIsRefused() {
    problem(Client.post("{\"weight\": " + "9".repeat(2_000) + "}"), 400, "malformed-body");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xFF, 0x00})
  void bytesThatAreNotTextAreRefused(int bad) {
    byte[] body = "{\"title\": \"a?(b\", \"weight\": 1}".getBytes(StandardCharsets.UTF_8);
    body[12] = (byte) bad;

    problem(as("ann").body(body).post(NOTES).then(), 400, "malformed-body");
  }

  @Test
  void bodyInAnotherEncodingIsRefused() {
    byte[] body = new byte[64];
    Arrays.fill(body, (byte) 0x7F);
    body[0] = 0;
    body[1] = 0;

    problem(as("ann").body(body).post(NOTES).then(), 400, "malformed-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/notes?title=%00", "/v1/notes/%00", "/%00"})
  void addressThatCannotBeReadIsNoFaultOfOurs(String path) {
    as("ann").urlEncodingEnabled(false).get(path).then().statusCode(lessThan(500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", ";;;", "text/", "*/json"})
  void headersThatCannotBeReadAreNoFaultOfOurs(String value) {
    as("ann").header("Accept", value).get(NOTES).then().statusCode(lessThan(500));
    as("ann").header("Accept-Language", value).get("/v1/notes/0").then().statusCode(404);
  }
}
