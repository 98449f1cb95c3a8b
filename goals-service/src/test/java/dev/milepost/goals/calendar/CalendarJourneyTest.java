package dev.milepost.goals.calendar;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.Topic;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class CalendarJourneyTest {
  private static final String FISCAL = "/v1/calendars/fiscal";

  @Inject TestBroker broker;

  @Test
  void thereIsACalendarFromTheStartAndEverybodyIsTold() {
    get(ANNA, FISCAL)
        .then()
        .statusCode(200)
        .body("zone", equalTo("UTC"), "yearStartMonth", equalTo(1));

    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.DIRECTORY.topicName()))
                    .containsKey("calendar/fiscal"));
  }

  @Test
  void readsPeriodsByTheirLabel() {
    get(ANNA, FISCAL + "/periods/2017-Q4")
        .then()
        .statusCode(200)
        .body("start", equalTo("2017-10-01T00:00:00Z"), "end", equalTo("2018-01-01T00:00:00Z"));
    get(ANNA, FISCAL + "/periods/2017-Q5").then().statusCode(404);
  }

  @Test
  void changesTheCalendarAgainstTheVersionThatWasRead() {
    String etag = get(OTTO, FISCAL).header("ETag");
    String body =
        """
        {"zone":"UTC","yearStartMonth":1,
         "customPeriods":[{"label":"double-eleven","start":"2017-11-01","end":"2017-11-12"}]}
        """;

    put(OTTO, FISCAL, etag, body).then().statusCode(200).body("weekStart", equalTo("MONDAY"));
    get(OTTO, FISCAL + "/periods/double-eleven")
        .then()
        .body("end", equalTo("2017-11-12T00:00:00Z"));
    put(OTTO, FISCAL, etag, body).then().statusCode(412);
    put(OTTO, FISCAL, null, body).then().statusCode(428);
    put(ANNA, FISCAL, etag, body).then().statusCode(403);
  }

  @Test
  void refusesACalendarThatContradictsItself() {
    String etag = get(OTTO, FISCAL).header("ETag");

    put(
            OTTO,
            FISCAL,
            etag,
            """
            {"zone":"UTC","yearStartMonth":1,
             "customPeriods":[{"label":"2017-Q4","start":"2017-11-01","end":"2017-11-12"}]}
            """)
        .then()
        .statusCode(422)
        .body("violations.code", contains("label-reserved"));
    put(OTTO, FISCAL, etag, "{\"zone\":\"Mars/Olympus\",\"yearStartMonth\":1}")
        .then()
        .statusCode(422)
        .body("violations.code", contains("zone-unknown"));
    put(OTTO, FISCAL, etag, "{\"zone\":\"UTC\",\"yearStartMonth\":13}").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02:00", "Z", "UTC+1", "utc"})
  void refusesAZoneThatIsNoRegion(String zone) {
    String etag = get(OTTO, FISCAL).header("ETag");

    put(OTTO, FISCAL, etag, "{\"zone\":\"%s\",\"yearStartMonth\":1}".formatted(zone))
        .then()
        .statusCode(422)
        .body("violations.code", contains("zone-unknown"));
  }

  @Test
  void refusesACustomPeriodThatEndsWhereNoCalendarReaches() {
    String etag = get(OTTO, FISCAL).header("ETag");

    put(
            OTTO,
            FISCAL,
            etag,
            """
            {"zone":"UTC","yearStartMonth":1,
             "customPeriods":[{"label":"ever","start":"2017-11-01","end":"+10000-01-01"}]}
            """)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/customPeriods/0/end"))
        .body("violations.code", contains("date-or-instant"));
  }
}
