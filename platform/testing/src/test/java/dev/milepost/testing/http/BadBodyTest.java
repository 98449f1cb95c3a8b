package dev.milepost.testing.http;

import static dev.milepost.testing.http.Client.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadBodyTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { | not-json |
          {"title": "a", "weight": 1, "stars": 1} trailing | not-json |
          {"title": "a", "title": "b"} | duplicate-field | /title
          {"titel": "a", "stars": 1} | unknown-field | /titel
          {"title": "a", "weight": "much"} | wrong-format | /weight
          {"title": "a", "weight": {}} | wrong-type | /weight
          {"title": "a", "weight": 1e999999999} | wrong-format | /weight
          {"title": "a", "attributes": {"x": 1e999999999}} | wrong-format | /attributes/x
          {"title": "a\\u0000b"} | wrong-format | /title
          {"title": 7} | wrong-type | /title
          {"title": ["a"]} | wrong-type | /title
          {"title": "a", "stars": "3"} | wrong-type | /stars
          {"title": "a", "stars": 3.5} | wrong-format | /stars
          {"title": "a", "stars": null} | required | /stars
          {"title": "a"} | required | /stars
          {"title": "a", "stars": 99999999999} | wrong-format | /stars
          {"title": "a", "kind": "MEDIUM"} | unknown-value | /kind
          {"title": "a", "kind": 1} | unknown-value | /kind
          {"title": "a", "at": "yesterday"} | wrong-format | /at
          {"title": "a", "targets": [{"value": 1}, {"value": "x"}]} | wrong-format | /targets/1/value
          {"title": "a", "targets": [{"value": 1, "kind": "ODD"}]} | unknown-value | /targets/0/kind
          {"title": "a", "targets": {"value": 1}} | wrong-type | /targets
          {"title": "a", "attributes": {"a/b": 1, "a/b": 2}} | duplicate-field | /attributes
          [] | wrong-type |
          "text" | wrong-type |
          """)
  void saysWhereAndWhyABodyCannotBeRead(String body, String code, String pointer) {
    ValidatableResponse answer = post(body);

    JsonPath problem = malformed(answer);
    assertThat(problem.getString("violations[0].code")).isEqualTo(code);
    assertThat(problem.getString("violations[0].pointer"))
        .isEqualTo(pointer == null ? "" : pointer);
    assertThat(problem.getString("violations[0].message")).isNotBlank().isNotEqualTo(code);
  }

  @Test
  void wantsABody() {
    ValidatableResponse answer = Client.as("ann").post(Client.NOTES).then();

    answer.statusCode(400).body("violations[0].code", equalTo("required"));
  }

  @Test
  void namesEveryBrokenRuleByPointerAndCode() {
    ValidatableResponse answer =
        post(
            """
            {"title": " ", "weight": -1, "stars": 1, "slug": "A",
             "targets": [{"value": 0}], "labels": ["x", ""]}""");

    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:invalid-request"))
        .body(
            "violations.collect { it.pointer + ' ' + it.code }",
            hasItems(
                "/title blank",
                "/weight not-positive",
                "/slug not-a-slug",
                "/targets/0/value not-positive",
                "/labels/1 blank"));
  }

  @Test
  void fillsTheAttributesOfAConstraintIntoItsMessage() {
    ValidatableResponse answer =
        post("{\"title\": \"%s\", \"weight\": 1, \"stars\": 1}".formatted("x".repeat(41)));

    answer.statusCode(400).body("violations[0].message", equalTo("Must have a length of 0 to 40."));
  }

  private static JsonPath malformed(ValidatableResponse answer) {
    String text =
        answer
            .statusCode(400)
            .contentType("application/problem+json")
            .body("type", equalTo("urn:milepost:problem:malformed-body"))
            .extract()
            .asString();
    assertThat(text).doesNotContain("java", "milepost.testing", "Exception", "much", "999999");
    return JsonPath.from(text);
  }
}
