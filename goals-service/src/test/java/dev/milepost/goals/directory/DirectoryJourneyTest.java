package dev.milepost.goals.directory;

import static dev.milepost.goals.Api.ANNA;
import static dev.milepost.goals.Api.MIA;
import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.csv;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.TeamChanged;
import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class DirectoryJourneyTest {
  @Inject TestBroker broker;
  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisation() {
    clock.moveTo(Instant.parse("2017-11-15T08:00:00Z"));
    Api.organise();
  }

  @Test
  void createsAndReplacesAParticipant() {
    String body = "{\"name\":\"Dora\",\"roles\":[{\"value\":\"ae\",\"from\":\"2017-01-01\"}]}";
    String etag =
        put(OTTO, "/v1/participants/dora", null, body)
            .then()
            .statusCode(201)
            .header("Location", org.hamcrest.Matchers.endsWith("/v1/participants/dora"))
            .body("roles[0].from", equalTo("2017-01-01T00:00:00Z"), "active", equalTo(true))
            .extract()
            .header("ETag");

    put(OTTO, "/v1/participants/dora", etag, "{\"name\":\"Dora D.\",\"active\":false}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Dora D."), "active", equalTo(false), "roles.size()", equalTo(0));
    put(OTTO, "/v1/participants/dora", etag, body).then().statusCode(412);
    put(OTTO, "/v1/participants/dora", null, body).then().statusCode(428);
  }

  @Test
  void publishesATeamWithAllItsDatedFacts() throws IOException {
    put(
            OTTO,
            "/v1/teams/team-new",
            null,
            """
            {"name":"New","parents":[{"value":"west","from":"2017-01-01","to":"2017-07-01"},
             {"value":"company","from":"2017-07-01"}],"members":[{"value":"ben"}]}
            """)
        .then()
        .statusCode(201);

    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.DIRECTORY.topicName()))
                    .containsKey("team/team-new"));
    byte[] told = broker.latestByKey(Topic.DIRECTORY.topicName()).get("team/team-new").value();
    TeamChanged team = ContractJson.mapper().readValue(told, TeamChanged.class);
    assertThat(team.parents()).hasSize(2);
    assertThat(team.members().getFirst().from()).isNull();
  }

  @Test
  void refusesATeamThatContradictsItselfOrTheDirectory() {
    put(
            OTTO,
            "/v1/teams/company",
            get(OTTO, "/v1/teams/company").header("ETag"),
            """
            {"name":"Company","parents":[{"value":"west"}],
             "managers":[{"value":"nobody"},{"value":"rita","from":"2017-01-01"}],
             "members":[{"value":"anna","from":"2017-02-01","to":"2017-01-01"}]}
            """)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:milepost:problem:team-invalid"))
        .body(
            "violations.code",
            containsInAnyOrder(
                "overlaps", "participant-unknown", "hierarchy-cycle", "end-not-after-start"))
        .body("violations.pointer", hasItems("/managers/0/value", "/members/0/to", "/parents"));
  }

  @Test
  void importsEachRowForItself() {
    csv(
            OTTO,
            "/v1/participants/import",
            "id,name,role,from,to\nemil,Emil,ae,2017-01-01,\n,No id,,,\n")
        .then()
        .statusCode(200)
        .body("items.status", contains("CREATED", "REFUSED"))
        .body("items[1].problem.violations[0].pointer", equalTo("/id"));
    csv(
            OTTO,
            "/v1/teams/import",
            "id,name,parent,members\nt-1,T,west,emil;ghost\nt-2,T 2,west,emil\n")
        .then()
        .body("items.status", contains("REFUSED", "CREATED"))
        .body("items[0].problem.violations.code", contains("participant-unknown"))
        .body("items[1].problem", nullValue());
    csv(OTTO, "/v1/teams/import", "id,name,parent,members\nt-2,T 2,west,emil\n")
        .then()
        .body("items.status", contains("UNCHANGED"));
  }

  @Test
  void refusesATableWithoutHeader() {
    csv(OTTO, "/v1/participants/import", "emil,Emil\n")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:milepost:problem:import-unreadable"));
  }

  @Test
  void showsARepItselfAndTheTeamsAboveAndNoColleague() {
    get(ANNA, "/v1/participants").then().statusCode(200).body("items.id", contains("anna"));
    get(ANNA, "/v1/participants/ben").then().statusCode(404);
    get(ANNA, "/v1/teams")
        .then()
        .body("items.id", containsInAnyOrder("team-mia", "west", "company"));
    get(ANNA, "/v1/teams/team-max").then().statusCode(404);
  }

  @Test
  void showsAManagerTheSubtree() {
    get(MIA, "/v1/participants").then().body("items.id", containsInAnyOrder("anna", "ben", "mia"));
    get(MIA, "/v1/participants/cara").then().statusCode(404);
  }

  @Test
  void pagesThroughAllParticipants() {
    String next = get(OTTO, "/v1/participants?limit=2").then().extract().path("next");

    get(OTTO, "/v1/participants?limit=2")
        .then()
        .body("items.id", contains("anna", "ben"))
        .header("Link", org.hamcrest.Matchers.containsString("rel=\"next\""));
    assertThat(RestAssured.given().auth().oauth2(OTTO).queryParam("cursor", next))
        .satisfies(
            request -> request.get("/v1/participants").then().body("items.id", hasItem("cara")));
  }
}
