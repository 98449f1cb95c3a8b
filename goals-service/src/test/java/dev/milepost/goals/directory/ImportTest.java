package dev.milepost.goals.directory;

import static dev.milepost.goals.Api.OTTO;
import static dev.milepost.goals.Api.csv;
import static dev.milepost.goals.Api.get;
import static dev.milepost.goals.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.Topic;
import dev.milepost.goals.Api;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of participants and teams: what their rows make together, and which are refused. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ImportTest {
  @Inject TestBroker broker;
  @Inject MovableClock clock;

  @BeforeEach
  void anOrganisation() {
    clock.moveTo(Instant.parse("2017-11-15T08:00:00Z"));
    Api.organise();
  }

  @Test
  void aRowThatDoesNotMentionItLeavesALeaverOut() {
    participants("id,name,active\nlea,Lea,false\n").body("items.status", contains("CREATED"));

    participants("id,name,role\nlea,Lea L.,ae\n").body("items.status", contains("UPDATED"));
    get(OTTO, "/v1/participants/lea").then().body("active", equalTo(false));
    participants("id,name,active\nlea,Lea L.,true\n").body("items.status", contains("UPDATED"));
    get(OTTO, "/v1/participants/lea").then().body("active", equalTo(true));
  }

  @Test
  void severalRowsOfOneTeamAreOneChangeAndTheSameTableAgainIsNone() {
    String table =
        """
        id,name,parent,manager,members,from,to
        east-x,East,company,,,2016-01-01,
        t-x,T,west,,,2016-01-01,
        t-x,T,east-x,,,2017-01-01,
        """;

    teams(table).body("items.status", contains("CREATED", "CREATED", "CREATED"));
    teams(table).body("items.status", contains("UNCHANGED", "UNCHANGED", "UNCHANGED"));

    get(OTTO, "/v1/teams/t-x")
        .then()
        .body("version", equalTo(1))
        .body("parents.value", contains("west", "east-x"))
        .body("parents.from", contains("2016-01-01T00:00:00Z", "2017-01-01T00:00:00Z"));
    put(OTTO, "/v1/teams/behind", null, "{\"name\":\"B\"}").then().statusCode(201);
    await()
        .untilAsserted(
            () ->
                assertThat(broker.latestByKey(Topic.DIRECTORY.topicName()))
                    .containsKey("team/behind"));
    assertThat(broker.records(Topic.DIRECTORY.topicName()))
        .filteredOn(record -> "team/t-x".equals(record.key()))
        .hasSize(1);
  }

  @Test
  void aRowKnowsTheRowsBeforeItWhereverTheyAre() {
    teams(
            """
            id,name,parent,from
            w-root,Root,,2016-01-01
            w-leaf,Leaf,w-root,2016-01-01
            w-mid,Middle,w-root,2017-01-01
            w-leaf,Leaf,w-mid,2017-01-01
            w-mid,Middle,w-leaf,2017-01-01
            """)
        .body("items.status", contains("CREATED", "CREATED", "CREATED", "CREATED", "REFUSED"))
        .body("items[4].problem.violations.code", contains("hierarchy-cycle"));
    get(OTTO, "/v1/teams/w-leaf").then().body("parents.value", contains("w-root", "w-mid"));
  }

  static Stream<Arguments> badRows() {
    return Stream.of(
        Arguments.of("bad-1," + "n".repeat(201) + ",ae", "too-long"),
        Arguments.of("bad-2," + "n".repeat(1_100_000) + ",ae", "too-long"),
        Arguments.of("bad-3,Name," + "r".repeat(101), "too-long"),
        Arguments.of("i".repeat(101) + ",Name,ae", "too-long"),
        Arguments.of("bad-4,Na\u0000me,ae", "control-character"),
        Arguments.of("bad-5,\"Na\nme\",ae", "control-character"),
        Arguments.of("bad-6,Smith, John,ae", "surplus-values"),
        Arguments.of("bad-7,  ,ae", "required"));
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void aBadRowIsRefusedAndNoOther(String row, String code) {
    participants("id,name,role\ngood-1,One,ae\n" + row + "\ngood-2,Two,ae\n")
        .body("items[1].status", equalTo("REFUSED"))
        .body("items[1].problem.type", equalTo("urn:milepost:problem:row-invalid"))
        .body("items[1].problem.violations.code", contains(code))
        .body("items[0].problem", equalTo(null))
        .body("items[2].problem", equalTo(null));
  }

  @Test
  void aTableTakesNoMoreRolesThanAReplacement() {
    StringBuilder table = new StringBuilder("id,name,role,from\n");
    for (int i = 0; i <= ParticipantRequest.MOST_ROLES; i++) {
      table.append("busy,Busy,role-%d,%d-01-01%n".formatted(i, 2000 + i));
    }

    participants(table.toString())
        .body("items.findAll { it.status == 'REFUSED' }.row", contains(201))
        .body("items[200].problem.violations.code", contains("too-many"));
  }

  private static ValidatableResponse participants(String table) {
    return csv(OTTO, "/v1/participants/import", table).then().statusCode(200);
  }

  private static ValidatableResponse teams(String table) {
    return csv(OTTO, "/v1/teams/import", table).then().statusCode(200);
  }
}
