package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What explains the difference between two answers, and who is told. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ProgressChangesTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";

  @Inject World world;
  @Inject MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void saysOfEveryEntryWhyItWasMadeAndWhichVersionsOfTheGoalCame() {
    world.won("chg-0", "chg-ann", "7", NOVEMBER);
    await().until(() -> World.credits("chg-0").getList("items").size() == 1);
    Instant before = clock.instant();
    world.goal(revenueGoal("goal-chg", Owner.participant("chg-ann"), "1000"));
    await().until(() -> "7".equals(actual("goal-chg")));
    Instant published = clock.instant();
    world.won("chg-1", "chg-ann", "100", NOVEMBER);
    await().until(() -> "107".equals(actual("goal-chg")));
    world.reverse("chg-undo", "chg-1", "40");
    await().until(() -> "67".equals(actual("goal-chg")));
    world.won("chg-v1", Versions.version("chg-deal", 1, "chg-ann", "50", NOVEMBER));
    await().until(() -> "117".equals(actual("goal-chg")));
    Instant middle = clock.instant();
    world.won("chg-v2", Versions.version("chg-deal", 2, "chg-ann", "80", NOVEMBER));
    await().until(() -> "147".equals(actual("goal-chg")));
    world.goal(
        World.goal(
            "goal-chg",
            2,
            State.ACTIVE,
            Owner.participant("chg-ann"),
            World.FAR,
            World.version(1, "1000"),
            World.version(2, "2000")));
    await().until(() -> "2000".equals(progress("goal-chg").getString("target")));

    JsonPath all = changes(salesOps(), "goal-chg", before, null);
    assertThat((Object) all.get("before")).isNull();
    assertThat(all.getString("after.actual")).isEqualTo("147");
    assertThat(all.getList("goalVersions.target")).containsExactly("1000", "2000");
    assertThat(all.getList("items.reason.code"))
        .containsExactly("BACK_FILL", "SALE", "REVERSED", "SALE", "SUPERSEDED", "NEW_VERSION");
    assertThat(all.getString("items[2].reason.by.id")).isEqualTo("chg-undo");
    assertThat(all.getString("items[4].reason.by.id")).isEqualTo("chg-v2");
    assertThat(all.getString("items[5].reason.supersedes.id")).isEqualTo("chg-v1");

    JsonPath first = changes(salesOps(), "goal-chg", published, middle);
    assertThat(first.getString("before.actual")).isEqualTo("7");
    assertThat(first.getString("after.actual")).isEqualTo("117");
    assertThat(first.getList("items.change")).containsExactly("100", "-40", "50");
    assertThat(first.getList("goalVersions")).isEmpty();
    JsonPath second = changes(salesOps(), "goal-chg", middle, null);
    assertThat(second.getString("before.target")).isEqualTo("1000");
    assertThat(second.getList("items.change")).containsExactly("-50", "80");
    assertThat(second.getString("goalVersions[0].reason")).isEqualTo("the market changed");
  }

  /** Of a window of 30 days; the first sale leaves it, the second lies ahead of it at first. */
  @Test
  void namesWhatALevelsWindowCameToAndLeftBehind() {
    clock.moveTo(Instant.parse("2017-11-16T00:00:00Z"));
    world.goal(
        World.goal(
            "goal-chg-level",
            Owner.participant("chg-level"),
            World.level("chg-level", Aggregation.AVERAGE, 1),
            World.FAR,
            World.from("80", "90")));
    world.won("chg-level-1", "chg-level", "70", "2017-11-05T10:00:00Z");
    world.won("chg-level-2", "chg-level", "86", "2017-11-15T10:00:00Z");
    await().until(() -> "78".equals(actual("goal-chg-level")));
    Instant before = clock.instant();
    clock.moveTo(Instant.parse("2017-12-10T00:00:00Z"));
    world.won("chg-level-3", "chg-level", "88", "2017-12-09T10:00:00Z");
    await().until(() -> "87".equals(actual("goal-chg-level")));

    JsonPath found = changes(salesOps(), "goal-chg-level", before, null);

    // (70 + 86) / 2 = 78; (86 + 88) / 2 = 87
    assertThat(found.getString("before.actual")).isEqualTo("78");
    assertThat(found.getString("after.actual")).isEqualTo("87");
    assertThat(found.getList("items.sale.id")).containsExactly("chg-level-1", "chg-level-3");
    assertThat(found.getList("items.window")).containsExactly("LEFT", null);
  }

  @Test
  void namesTheRuleForWhichASaleWasCreditedAnew() {
    CreditingWorld told = new CreditingWorld(world);
    told.overlayGoal("chg-spec");
    world.won("chg-rule-1", CreditingWorld.sale("chg-cid", List.of(), "chg-crm", "90", NOVEMBER));
    await().until(() -> World.credits("chg-rule-1").getList("items").size() == 1);
    Instant before = clock.instant();
    CreditingWorld.inForce(
        "chg-rule",
        CreditingWorld.overlay("chg-rule", "chg-crm", "0.5", "PARTICIPANT", "chg-spec"));

    await().until(() -> "45".equals(actual("goal-chg-spec")));

    JsonPath found = changes(salesOps(), "goal-chg-spec", before, null);
    assertThat(found.getList("items.reason.code")).containsExactly("RE_CREDITED");
    assertThat(found.getString("items[0].reason.reCredited")).isEqualTo("RULE_CHANGED");
    assertThat(found.getString("items[0].reason.rule.key")).isEqualTo("chg-rule");
  }

  @Test
  void hidesColleaguesLinesAndGoalsThatAreNotOnesOwn() {
    world.team("chg-team", "", "chg-dan", "chg-eva");
    Instant before = clock.instant();
    world.goal(revenueGoal("goal-chg-team", Owner.team("chg-team"), "1000"));
    world.goal(revenueGoal("goal-chg-eva", Owner.participant("chg-eva"), "1000"));
    await().until(() -> dan().get("/v1/progress/goal-chg-team").statusCode() == 200);
    world.won("chg-dan-1", "chg-dan", "1", NOVEMBER);
    world.won("chg-eva-1", "chg-eva", "2", NOVEMBER);
    await().until(() -> "3".equals(actual("goal-chg-team")));

    JsonPath found = changes(dan(), "goal-chg-team", before, null);
    assertThat(found.getString("after.actual")).isEqualTo("3");
    assertThat(found.getList("items.participantId")).containsExactly("chg-dan");
    assertThat(changes(salesOps(), "goal-chg-team", before, null).getList("items")).hasSize(2);
    Instant now = clock.instant();
    dan().get("/v1/progress/goal-chg-eva?asOf=" + now).then().statusCode(404);
    dan().get("/v1/progress/goal-chg-eva/changes?from=" + before).then().statusCode(404);
  }

  @Test
  void tellsApartTheUnknownTheNotYetKnownAndTheFuture() {
    Instant before = clock.instant();
    world.goal(revenueGoal("goal-chg-new", Owner.participant("chg-new"), "1000"));
    await().until(() -> "0".equals(actual("goal-chg-new")));
    String path = "/v1/progress/goal-chg-new";

    refused(path + "?asOf=" + before, 404, "goal-not-known-then");
    refused(path + "?asOf=-200000-01-01T00:00:00Z", 404, "goal-not-known-then");
    refused("/v1/progress/goal-chg-none?asOf=" + before, 404, "not-found");
    refused(path + "?asOf=2199-01-01T00:00:00Z", 400, "invalid-request");
    refused(path + "?asOf=yesterday", 400, "invalid-request");
    refused(path + "/changes", 400, "invalid-request");
    refused(path + "/changes?from=" + before + "&to=" + before, 400, "invalid-request");
    refused(path + "/changes?from=" + before + "&to=2199-01-01T00:00:00Z", 400, "invalid-request");
    refused(path + "/changes?from=2017-01-01T00:00:00Z&to=" + before, 404, "goal-not-known-then");
    salesOps()
        .get(path + "/changes?from=-200000-01-01T00:00:00Z")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }

  private static RequestSpecification dan() {
    return as("chg-dan", Roles.REP);
  }

  private static JsonPath changes(
      RequestSpecification caller, String goal, Instant from, Instant to) {
    String path = "/v1/progress/" + goal + "/changes?from=" + from;
    return caller.get(to == null ? path : path + "&to=" + to).jsonPath();
  }

  private static void refused(String path, int status, String slug) {
    salesOps().get(path).then().statusCode(status).body("type", endsWith(slug));
  }
}
