package dev.milepost.goals.directory;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.CARA;
import static dev.milepost.goals.Api.CRM;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.RITA;
import static dev.milepost.goals.Api.csv;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.post;
import static dev.milepost.goals.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Topic;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables of working days. The dates are examples. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class WorkingCalendarTest {
  private static final String WORKING = "/v1/calendars/working";

  @Inject TestBroker broker;
  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisation() {
    clock.moveTo(Instant.parse("2017-09-15T08:00:00Z"));
    Api.organise();
  }

  @Test
  void tellsTheWholeCalendarOfATeamOnceAndTheSameTableAgainChangesNothing() throws IOException {
    put(OTTO, "/v1/teams/wc-told", null, "{\"name\":\"Told\"}").then().statusCode(201);
    String table =
        """
        team,date,kind,name
        wc-told,2017-10-02,HOLIDAY,National Day
        wc-told,2017-09-30,WORKING,
        """;

    csv(OTTO, WORKING + "/import", table)
        .then()
        .statusCode(200)
        .body("items.status", contains("CREATED", "CREATED"))
        .body("items.date", contains("2017-10-02", "2017-09-30"));
    csv(OTTO, WORKING + "/import", table)
        .then()
        .body("items.status", contains("UNCHANGED", "UNCHANGED"));

    put(OTTO, "/v1/teams/wc-behind", null, "{\"name\":\"B\"}").then().statusCode(201);
    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.DIRECTORY.topicName()))
                    .containsKey("team/wc-behind"));
    assertThat(broker.records(Topic.DIRECTORY.topicName()))
        .filteredOn(record -> "working-calendar/wc-told".equals(record.key()))
        .hasSize(1);
    assertThat(told("wc-told").days())
        .containsExactly(
            new WorkingDay(LocalDate.of(2017, 9, 30), WorkingDay.Kind.WORKING, null),
            new WorkingDay(LocalDate.of(2017, 10, 2), WorkingDay.Kind.HOLIDAY, "National Day"));
  }

  @Test
  void aRowIsPutOnTopOfEarlierOnesAndTakenBack() {
    put(OTTO, "/v1/teams/wc-rows", null, "{\"name\":\"Rows\"}").then().statusCode(201);
    rows("wc-rows", "2017-12-25", "HOLIDAY").body("items.status", contains("CREATED"));
    rows("wc-rows", "2017-12-25", "WORKING").body("items.status", contains("UPDATED"));
    rows("wc-rows", "2018-01-01", "HOLIDAY").body("items.status", contains("CREATED"));

    get(OTTO, WORKING + "?team=wc-rows&year=2017")
        .then()
        .body("items.date", contains("2017-12-25"), "items.kind", contains("WORKING"));
    get(OTTO, WORKING + "?team=wc-rows&limit=1").then().body("items.date", contains("2017-12-25"));
    String next = get(OTTO, WORKING + "?team=wc-rows&limit=1").path("next");
    get(OTTO, WORKING + "?team=wc-rows&limit=1&cursor=" + next)
        .then()
        .body("items.date", contains("2018-01-01"), "next", nullValue());
    rows("wc-rows", "2017-12-25", "NONE").body("items.status", contains("UPDATED"));
    rows("wc-rows", "2017-12-25", "NONE").body("items.status", contains("UNCHANGED"));
    get(OTTO, WORKING + "?team=wc-rows&year=2017").then().body("items", empty());
  }

  @Test
  void aBadRowIsRefusedAndNoOther() {
    csv(
            OTTO,
            WORKING + "/import",
            """
            team,date,kind,name
            nowhere,2017-10-02,HOLIDAY,
            west,2017-02-30,HOLIDAY,
            west,2017-10-02,DAY OFF,
            west,,HOLIDAY,
            west,2017-10-02,HOLIDAY,%s
            west,2017-10-02,HOLIDAY,a,b
            ,2017-10-03,HOLIDAY,Everybody's
            """
                .formatted("n".repeat(101)))
        .then()
        .statusCode(200)
        .body("items[0].problem.violations.code", contains("team-unknown"))
        .body("items[1].problem.violations.code", contains("not-a-date"))
        .body("items[2].problem.violations.code", contains("unknown-value"))
        .body("items[3].problem.violations.code", contains("required"))
        .body("items[4].problem.violations.code", contains("too-long"))
        .body("items[5].problem.violations.code", contains("surplus-values"))
        .body("items[6].problem", nullValue());
    get(OTTO, WORKING + "?year=2017").then().body("items.date", contains("2017-10-03"));
    rows(null, "2017-10-03", "NONE").body("items.status", contains("UPDATED"));
  }

  @Test
  void onlySalesOpsWritesAndEverybodyReadsTheirOwnTeams() {
    String row = "{\"rows\":[{\"date\":\"2017-10-02\",\"kind\":\"HOLIDAY\"}]}";
    post(RITA, WORKING, row).then().statusCode(403);
    csv(ANNA, WORKING + "/import", "date,kind\n").then().statusCode(403);
    get(CRM, WORKING).then().statusCode(403);

    get(ANNA, WORKING + "?team=team-mia").then().statusCode(200);
    get(ANNA, WORKING).then().statusCode(200);
    get(CARA, WORKING + "?team=team-mia").then().statusCode(404);
    get(OTTO, WORKING + "?team=nowhere").then().statusCode(404);
  }

  private static ValidatableResponse rows(@Nullable String team, String date, String kind) {
    String whose = team == null ? "null" : "\"" + team + "\"";
    return post(
            OTTO,
            WORKING,
            "{\"rows\":[{\"team\":%s,\"date\":\"%s\",\"kind\":\"%s\"}]}"
                .formatted(whose, date, kind))
        .then()
        .statusCode(200)
        .body("items[0].row", equalTo(1));
  }

  private WorkingCalendarChanged told(String team) throws IOException {
    byte[] data =
        Objects.requireNonNull(
                broker.latestByKey(Topic.DIRECTORY.topicName()).get("working-calendar/" + team))
            .value();
    return ContractJson.mapper().readValue(data, WorkingCalendarChanged.class);
  }
}
