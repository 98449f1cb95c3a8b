package dev.milepost.goals.calendar;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation whose fiscal years are made of weeks. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class YearOfWeeksJourneyTest {
  private static final String FISCAL = "/v1/calendars/fiscal";

  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisationAndAMetric() {
    clock.moveTo(Instant.parse("2017-09-15T08:00:00Z"));
    Api.organise();
    Api.metric("won-revenue");
  }

  @AfterEach
  void monthsAgain() {
    change("\"kind\":\"MONTHS\"").statusCode(200);
  }

  /** 2017 ends on its last Sunday, 12-31, and has 53 weeks; Q4 has 4 + 4 + 6 of them. */
  @Test
  void proposesAGoalForA445Quarter() {
    change("\"kind\":\"WEEKS_4_4_5\",\"yearEnd\":\"LAST_WEEKDAY\"")
        .statusCode(200)
        .body("kind", equalTo("WEEKS_4_4_5"), "leapWeekPeriod", equalTo(12));
    get(ANNA, FISCAL + "/periods/2017-P12")
        .then()
        .body("start", equalTo("2017-11-20T00:00:00Z"), "end", equalTo("2018-01-01T00:00:00Z"));

    String id =
        post(
                MIA,
                "/v1/goals",
                """
                {"statement":"Win more than in Q3","owner":{"type":"PARTICIPANT","id":"anna"},
                 "metric":"won-revenue","period":"2017-Q4","target":"110000"}
                """)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    post(MIA, "/v1/goals/" + id + "/propose", null).then().statusCode(200);

    change("\"kind\":\"MONTHS\"").statusCode(200).body("kind", equalTo("MONTHS"));
    get(ANNA, "/v1/goals/" + id)
        .then()
        .body("period", equalTo("2017-Q4"))
        .body("start", equalTo("2017-09-25T00:00:00Z"), "end", equalTo("2018-01-01T00:00:00Z"));
    get(ANNA, FISCAL + "/periods/2017-P12").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "kind":"WEEKS_4_4_5"                          | /yearEnd        | required
          "kind":"MONTHS","yearEnd":"NEAREST_WEEKDAY"   | /yearEnd        | only-with-years-of-weeks
          "leapWeekPeriod":12                           | /leapWeekPeriod | only-with-years-of-weeks
          "customPeriods":[{"label":"2017-P10","start":"2017-10-01","end":"2017-11-01"}] | /customPeriods/0/label | label-reserved
          """,
      quoteCharacter = '`')
  void refusesWhatContradictsItself(String settings, String pointer, String code) {
    change(settings)
        .statusCode(422)
        .body("violations.pointer", contains(pointer), "violations.code", contains(code));
  }

  private static ValidatableResponse change(String settings) {
    String etag = get(OTTO, FISCAL).header("ETag");
    return put(OTTO, FISCAL, etag, "{\"zone\":\"UTC\",\"yearStartMonth\":1," + settings + "}")
        .then();
  }
}
