package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.as;
import static dev.milepost.tracking.scenario.World.outcome;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.SalesEvent.Split;
import dev.milepost.contract.TeamChanged;
import dev.milepost.runtime.access.Roles;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sent an event can ask what became of it, and why. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class OutcomeTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";

  @Inject World world;

  @Test
  void namesTheGoalsThatCountedASaleAndTheirLines() {
    follow(revenueGoal("goal-oc-count", Owner.participant("oc-count"), "1000"));

    world.won("deal/oc count+1%", "oc-count", "250", NOVEMBER);
    settles("deal/oc count+1%", "COUNTED");

    JsonPath outcome = outcome("deal/oc count+1%");
    assertThat(outcome.getString("source")).isEqualTo("/crm");
    assertThat(outcome.getString("id")).isEqualTo("deal/oc count+1%");
    assertThat(outcome.getList("credits.participantId")).containsExactly("oc-count");
    assertThat(outcome.getList("counted.goalId")).containsExactly("goal-oc-count");
    assertThat(outcome.getInt("counted[0].lines[0].sequence")).isEqualTo(1);
    assertThat(outcome.getString("counted[0].lines[0].delta")).isEqualTo("250");
    assertThat(outcome.getList("missed")).isEmpty();
  }

  @Test
  void tellsForEachGoalWhyItDidNotCountASale() {
    Owner owner = Owner.participant("oc-why");
    follow(revenueGoal("goal-oc-a-open", owner, "1000"));
    follow(shaped("goal-oc-b-early", State.ACTIVE, owner, period("2017-08-01", "2017-11-01")));
    follow(shaped("goal-oc-c-late", State.ACTIVE, owner, period("2017-12-01", "2018-03-01")));
    follow(overlay("goal-oc-d-overlay", owner));

    world.broker().publish(EventType.DEAL_LOST, "x", "/crm", "deal-oc-why", lost("oc-why"));
    settles("deal-oc-why", "NOWHERE");

    assertThat(reason("deal-oc-why", "goal-oc-a-open")).isEqualTo("CONDITION_NOT_MET");
    assertThat(reason("deal-oc-why", "goal-oc-b-early")).isEqualTo("AFTER_PERIOD");
    assertThat(reason("deal-oc-why", "goal-oc-c-late")).isEqualTo("BEFORE_PERIOD");
    assertThat(reason("deal-oc-why", "goal-oc-d-overlay")).isEqualTo("CREDIT_TYPE_NOT_TAKEN");
    assertThat(outcome("deal-oc-why").getString("missed[0].goalId")).isEqualTo("goal-oc-a-open");
    assertThat(outcome("deal-oc-why").getString("missed[0].reason.message"))
        .isEqualTo(
            "Metric `won-revenue` (version 1) needs event.type == 'dev.milepost.sales.deal.won'.");
  }

  @Test
  void speaksTheCallersLanguage() {
    world.won("deal-oc-alone", "oc-alone", "1", NOVEMBER);
    settles("deal-oc-alone", "NOWHERE");

    assertThat(outcome("deal-oc-alone").getString("reason.code")).isEqualTo("NO_GOAL");
    assertThat(
            outcome(salesOps().header("Accept-Language", "zh-CN"), "deal-oc-alone")
                .jsonPath()
                .getString("reason.message"))
        .contains("没有");
  }

  @Test
  void saysWhichVersionOfARecordCountsInstead() {
    follow(revenueGoal("goal-oc-version", Owner.participant("oc-version"), "1000"));
    version("deal-oc-v2", 2, "400");
    settles("deal-oc-v2", "COUNTED");
    version("deal-oc-v1", 1, "300");
    settles("deal-oc-v1", "SUPERSEDED");
    version("deal-oc-v3", 3, "500");
    settles("deal-oc-v3", "COUNTED");

    assertThat(outcome("deal-oc-v1").getString("supersededBy.id")).isEqualTo("deal-oc-v2");
    assertThat(outcome("deal-oc-v2").getString("outcome")).isEqualTo("SUPERSEDED");
    assertThat(outcome("deal-oc-v2").getString("supersededBy.id")).isEqualTo("deal-oc-v3");
    assertThat(outcome("deal-oc-v3").getString("supersedes.id")).isEqualTo("deal-oc-v2");
  }

  private void version(String id, long version, String amount) {
    world
        .broker()
        .publish(
            EventType.DEAL_WON,
            "oc-version",
            "/crm",
            id,
            Versions.version("deal-oc-versions", version, "oc-version", amount, NOVEMBER));
  }

  @Test
  void saysByWhichEventASaleWasTakenBack() {
    follow(revenueGoal("goal-oc-undo", Owner.participant("oc-undo"), "1000"));
    world.won("deal-oc-undo", "oc-undo", "300", NOVEMBER);
    world.reverse("undo-oc-1", "deal-oc-undo", "100");
    settles("undo-oc-1", "APPLIED");

    assertThat(outcome("deal-oc-undo").getString("outcome")).isEqualTo("COUNTED");
    assertThat(outcome("deal-oc-undo").getList("reversedBy.reversal.id"))
        .containsExactly("undo-oc-1");

    world.reverse("undo-oc-2", "deal-oc-undo");
    settles("deal-oc-undo", "REVERSED");
    world.reverse("undo-oc-3", "deal-oc-undo");
    settles("undo-oc-3", "WITHOUT_EFFECT");

    assertThat(outcome("deal-oc-undo").getList("reversedBy.reversal.id"))
        .containsExactly("undo-oc-1", "undo-oc-2");
    assertThat(outcome("undo-oc-3").getString("reason.code")).isEqualTo("NOTHING_LEFT");
    assertThat(outcome("undo-oc-2").getString("reverses.original.id")).isEqualTo("deal-oc-undo");
  }

  @Test
  void saysThatAReversalWaits() {
    world.reverse("undo-oc-early", "deal-oc-never");

    settles("undo-oc-early", "WAITING");
    assertThat(outcome("undo-oc-early").getString("reverses.original.id"))
        .isEqualTo("deal-oc-never");
  }

  @Test
  void countsHowOftenAnEventCameAgain() {
    world.won("deal-oc-again", "oc-again", "10", NOVEMBER);
    world.won("deal-oc-again", "oc-again", "10.0", NOVEMBER);
    world.won("deal-oc-again", "oc-again", "11", NOVEMBER);
    world.won("deal-oc-again", "oc-again", "10", NOVEMBER);
    await().until(() -> outcome("deal-oc-again").getInt("duplicates") == 2);

    JsonPath outcome = outcome("deal-oc-again");
    assertThat(outcome.getString("outcome")).isEqualTo("NOWHERE");
    assertThat(outcome.getInt("conflicts")).isEqualTo(1);
    assertThat(outcome.getList("setAside.reason")).containsExactly("CONFLICT");
  }

  @Test
  void saysWhatWasSetAsideAndWhy() {
    world.won("deal-oc-aside", sale(null, List.of(split("oc-a", "0.6")), "1", NOVEMBER));

    settles("deal-oc-aside", "QUARANTINED");

    assertThat(outcome("deal-oc-aside").getString("setAside[0].reason"))
        .isEqualTo("DIRECT_SHARES_NOT_ONE");
    assertThat(outcome("deal-oc-aside").getString("setAside[0].quarantineId")).isNotBlank();
    outcome(as("oc-a", Roles.REP), "deal-oc-aside").then().statusCode(404);
  }

  @Test
  void showsASaleToWhoIsCreditedAndWhoLeadsThemAndNoMore() {
    team("oc-team", "oc-boss", "oc-ann", "oc-bob", "oc-eve");
    follow(revenueGoal("goal-oc-ann", Owner.participant("oc-ann"), "1000"));
    follow(revenueGoal("goal-oc-bob", Owner.participant("oc-bob"), "1000"));
    follow(revenueGoal("goal-oc-team", Owner.team("oc-team"), "1000"));
    await()
        .until(() -> as("oc-ann", Roles.REP).get("/v1/progress/goal-oc-team").statusCode() == 200);
    List<Split> splits = List.of(split("oc-ann", "0.6"), split("oc-bob", "0.4"));
    world.won("deal-oc-seen", sale(null, splits, "100", NOVEMBER));
    settles("deal-oc-seen", "COUNTED");

    JsonPath ann = outcome(as("oc-ann", Roles.REP), "deal-oc-seen").jsonPath();
    JsonPath boss = outcome(as("oc-boss", Roles.MANAGER), "deal-oc-seen").jsonPath();

    assertThat(ann.getList("credits.participantId")).containsExactly("oc-ann");
    assertThat(ann.getList("counted.goalId")).containsExactly("goal-oc-ann", "goal-oc-team");
    assertThat(ann.getList("counted[1].lines.participantId")).containsExactly("oc-ann");
    assertThat(boss.getList("counted.goalId"))
        .containsExactly("goal-oc-ann", "goal-oc-bob", "goal-oc-team");
    outcome(as("oc-eve", Roles.REP), "deal-oc-seen").then().statusCode(404);
    outcome(as("crm", Roles.INTEGRATION), "deal-oc-seen").then().statusCode(403);
  }

  @Test
  void knowsNothingOfWhatNeverCame() {
    outcome(salesOps(), "deal-oc-never-sent").then().statusCode(404);
    outcome(salesOps(), "a\0b").then().statusCode(400);
  }

  private static void settles(String id, String outcome) {
    await().until(() -> outcome.equals(outcome(id).getString("outcome")));
  }

  private static String reason(String id, String goal) {
    return outcome(id).getString("missed.find{it.goalId=='" + goal + "'}.reason.code");
  }

  private void follow(GoalSnapshot goal) {
    world.goal(goal);
    await().until(() -> "0".equals(World.actual(goal.goalId())));
  }

  private void team(String id, String manager, String... members) {
    TeamChanged team =
        new TeamChanged(
            id,
            1,
            id,
            List.of(),
            List.of(always(manager)),
            List.of(members).stream().map(World::always).toList());
    world.broker().publish(EventType.TEAM_CHANGED, id, "/milepost/goals", id + ":1", team);
  }

  private static SalesEvent lost(String participant) {
    return sale(participant, List.of(), "1", NOVEMBER);
  }

  private static Period period(String start, String end) {
    return new Period(
        start, Instant.parse(start + "T00:00:00Z"), Instant.parse(end + "T00:00:00Z"));
  }

  private static GoalSnapshot overlay(String id, Owner owner) {
    GoalSnapshot goal = shaped(id, State.ACTIVE, owner, World.QUARTER);
    return World.shaped(goal, goal.period(), List.of(CreditType.OVERLAY));
  }

  private static GoalSnapshot shaped(String id, State state, Owner owner, Period period) {
    GoalSnapshot goal = World.goal(id, 1, state, owner, World.FAR, World.version(1, "1000"));
    return World.inPeriod(goal, period);
  }
}
