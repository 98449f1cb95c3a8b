package dev.milepost.testing.http;

import static dev.milepost.testing.http.Client.NOTES;
import static dev.milepost.testing.http.Client.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadRequestTest {
  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/v1/notes/1/nothing", "/", "/q/nothing", "/v1/notes/abc"})
  void whatIsNotThereIsAProblemToo(String path) {
    problem(as("ann").get(path).then(), 404, "not-found");
  }

  @Test
  void unknownIdIsNotFound() {
    problem(as("ann").get("/v1/notes/999999").then(), 404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "limit, ten, wrong-format",
    "limit, 0, page-size",
    "limit, 501, page-size",
    "limit, 99999999999, wrong-format",
    "cursor, made-up!, invalid-cursor",
    "cursor, YWJj, invalid-cursor",
    "after, yesterday, wrong-format",
    "kind, MEDIUM, wrong-format",
    "title, abcdefghijk, size"
  })
  void namesTheParameterAtFault(String name, String value, String code) {
    ValidatableResponse answer = as("ann").queryParam(name, value).get(NOTES).then();

    problem(answer, 400, "invalid-request")
        .body("violations[0].parameter", equalTo(name))
        .body("violations[0].code", equalTo(code));
  }

  @Test
  void refusesAMethodThatIsNotThere() {
    problem(as("ann").delete(NOTES).then(), 405, "method-not-allowed");
  }

  @Test
  void refusesAMediaTypeItCannotRead() {
    problem(
        as("ann").contentType(ContentType.XML).body("<note/>").post(NOTES).then(),
        415,
        "unsupported-media-type");
  }

  @Test
  void refusesToAnswerInAnotherMediaType() {
    problem(as("ann").accept("application/pdf").get(NOTES).then(), 406, "not-acceptable");
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String body = "{\"title\": \"" + "x".repeat(5_000_000) + "\"}";

    problem(as("ann").body(body).post(NOTES).then(), 413, "payload-too-large");
  }

  @Test
  void characterThatCannotBeStoredIsTheCallersFault() {
    ValidatableResponse answer =
        as("ann")
            .body("{\"title\": \"a\", \"weight\": 1, \"stars\": 1, \"slug\": \"\\u0000\"}")
            .post(NOTES)
            .then();

    answer.statusCode(400);
  }

  @Test
  void saysNothingAboutTheUnexpectedButHowToFindIt() {
    ValidatableResponse answer = as("ann").get("/v1/notes/broken").then();

    String text =
        problem(answer, 500, "internal-error")
            .body("correlationId", not(emptyOrNullString()))
            .extract()
            .asString();
    assertThat(text).doesNotContain("SELECT", "IllegalState", "vault");
    assertThat(answer.extract().header("Correlation-Id"))
        .isEqualTo(answer.extract().jsonPath().getString("correlationId"));
  }

  @Test
  void answersAServicesOwnProblem() {
    problem(as("ann").post("/v1/notes/7/lock").then(), 409, "note-locked")
        .body("title", equalTo("The note is locked"))
        .body("detail", equalTo("Note 7 cannot be changed any more."));
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 便签已锁定, zh-CN",
    "zh-CN, 便签已锁定, zh-CN",
    "'fr, zh-TW;q=0.8, en;q=0.5', 便签已锁定, zh-CN",
    "'en, zh;q=0.9', The note is locked, en",
    "fr, The note is locked, en",
    "';;;', The note is locked, en"
  })
  void answersInTheLanguageOfTheCaller(String accepted, String title, String language) {
    ValidatableResponse answer =
        as("ann").header("Accept-Language", accepted).post("/v1/notes/7/lock").then();

    problem(answer, 409, "note-locked")
        .body("title", equalTo(title))
        .header("Content-Language", language)
        .header("Vary", containsString("Accept-Language"));
  }

  static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:" + slug))
        .body("status", equalTo(status))
        .body("title", not(emptyOrNullString()))
        .body("title", not(equalTo(slug)));
  }
}
