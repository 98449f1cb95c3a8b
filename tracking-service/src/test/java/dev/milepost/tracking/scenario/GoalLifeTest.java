package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalAchieved;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.SaleCredit;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goals that come late, change, and end. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class GoalLifeTest {
  @Inject World world;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void fillsALateGoalFromCreditsThatWereThereBefore() {
    world.won("deal-late-1", "late", "300", "2017-10-05T10:00:00Z");
    world.won("deal-late-2", "late", "400", "2017-11-05T10:00:00Z");
    world.won("deal-late-3", "late", "50", "2017-11-06T10:00:00Z");
    world.reverse("undo-late-3", "deal-late-3");
    await().until(() -> credits("deal-late-3").getList("items").size() == 2);
    await().until(() -> credits("deal-late-2").getList("items").size() == 1);
    await().until(() -> credits("deal-late-1").getList("items").size() == 1);

    world.goal(revenueGoal("goal-late", Owner.participant("late"), "1000"));

    await().until(() -> "700".equals(actual("goal-late")));
    assertThat(
            world.told(EventType.MILESTONE_REACHED, "goal-late", MilestoneReached.class).stream()
                .map(MilestoneReached::reachedAt)
                .map(Instant::toString))
        .containsExactly("2017-10-05T10:00:00Z", "2017-11-05T10:00:00Z");
    List<SaleCredit> told = world.told(EventType.SALE_CREDITED, "late", SaleCredit.class);
    assertThat(told.stream().flatMap(credit -> credit.contributions().stream())).hasSize(3);
  }

  @Test
  void fillsATeamsLateGoalThroughNumbersOfOthersAndOnlyFromItsPeriod() {
    world.team("late-team", "", "late-member");
    String[] seen = {"late-member-0"};
    for (int probe = 1; !inTeam(seen[0]); probe++) {
      seen[0] = "late-member-" + probe;
      world.won(seen[0], "late-member", "1", "2016-01-01T00:00:00Z");
      // Credited anew, and so more than once, if the team becomes known just now.
      await().until(() -> !credits(seen[0]).getList("items").isEmpty());
    }
    world.won("deal-team-first", "late-member", "10", "2017-11-05T10:00:00Z");
    world.won("deal-team-early", "late-member", "1", "2017-09-30T23:59:59.9999999Z");
    world.won("deal-team-edge", "late-member", "20", "2017-12-31T23:59:59.9999999Z");
    await().until(() -> credits("deal-team-edge").getList("items").size() == 1);
    await().until(() -> credits("deal-team-early").getList("items").size() == 1);
    sql.query("SELECT nextval('credit_no') AS no FROM generate_series(1, 45000)", row -> row);
    world.won("deal-team-last", "late-member", "40", "2017-11-05T10:00:00Z");
    await().until(() -> credits("deal-team-last").getList("items").size() == 1);
    await().until(() -> credits("deal-team-first").getList("items").size() == 1);

    world.goal(revenueGoal("goal-late-team", Owner.team("late-team"), "1000"));

    await().until(() -> "70".equals(actual("goal-late-team")));
  }

  private static boolean inTeam(String saleId) {
    return credits(saleId).getList("items[0].teams") instanceof List<?> teams && !teams.isEmpty();
  }

  @Test
  void revisesATargetWithoutTakingBackOrRepeatingAMilestone() {
    Owner owner = Owner.participant("revised");
    world.goal(goal("goal-revised", 1, State.ACTIVE, owner, FAR, version(1, "1000")));
    world.won("deal-revised", "revised", "600", "2017-11-05T10:00:00Z");
    await().until(() -> "600".equals(actual("goal-revised")));

    world.goal(
        goal("goal-revised", 2, State.ACTIVE, owner, FAR, version(1, "1000"), version(2, "700")));

    await().until(() -> "700".equals(progress("goal-revised").getString("target")));
    assertThat(thresholds("goal-revised")).containsExactly("0.25", "0.5", "0.75");
    world.goal(
        goal(
            "goal-revised",
            3,
            State.ACTIVE,
            owner,
            FAR,
            version(1, "1000"),
            version(2, "700"),
            version(3, "9000")));
    await().until(() -> "9000".equals(progress("goal-revised").getString("target")));
    assertThat(progress("goal-revised").getList("milestones.findAll{it.reachedAt != null}"))
        .hasSize(3);
    assertThat(reverted("goal-revised")).isEmpty();
  }

  /**
   * Reached at 600 of 1,000; of 2,000 it is 0.5 at 1,000. What remains is 550: sold under the first
   * target it is enough for 500, sold under the second it is not for 1,000. That another version
   * told of the first target too makes no difference.
   */
  @Test
  void takesBackAMilestoneOfAnOlderTargetWithTheSalesOfItsTime() {
    Instant told = Instant.parse("2017-11-10T12:00:00Z");
    clock.moveTo(told);
    List<Owner> owners = Stream.of("before", "again", "after").map(GoalLifeTest::older).toList();
    for (Owner owner : owners) {
      world.goal(goal(goalOf(owner), 1, State.ACTIVE, owner, FAR, half(1, "1000")));
      world.won(owner.id() + "-1", owner.id(), "600", "2017-11-05T10:00:00Z");
      await().until(() -> thresholds(goalOf(owner)).equals(List.of("0.5")));
    }
    sellMore("before", "2017-11-10T11:59:59Z");
    Version same = version(2, "1000", "0.5", "0.75");
    Owner again = older("again");
    world.goal(goal(goalOf(again), 2, State.ACTIVE, again, FAR, half(1, "1000"), same));
    await().until(() -> milestones("again").size() == 2);
    clock.moveTo(told.plus(Duration.ofDays(1)));
    sellMore("again", "2017-11-11T11:59:59Z");
    for (Owner owner : owners) {
      world.goal(
          goal(goalOf(owner), 3, State.ACTIVE, owner, FAR, half(1, "1000"), same, half(3, "2000")));
      await().until(() -> "2000".equals(progress(goalOf(owner)).getString("target")));
    }
    clock.moveTo(Instant.parse("2017-12-24T12:00:00Z"));
    sellMore("after", "2017-11-11T12:00:00Z");

    for (Owner owner : owners) {
      world.reverse(owner.id() + "-undo", owner.id() + "-1");
      await().until(() -> "550".equals(actual(goalOf(owner))));
    }

    await().until(() -> reverted("goal-older-after").equals(List.of("goal-older-after:0.5:1")));
    await().until(() -> sold("before").equals("2017-11-10T11:59:59Z"));
    await().until(() -> sold("again").equals("2017-11-11T11:59:59Z"));
    assertThat(reverted("goal-older-before")).isEmpty();
    assertThat(reverted("goal-older-again")).containsExactly("goal-older-again:0.75:1");
  }

  /** If the goal stands at the raised target, the milestone is held to that from then on. */
  @Test
  void holdsAMilestoneToTheRaisedTargetThatItRestsOn() {
    clock.moveTo(Instant.parse("2017-11-10T12:00:00Z"));
    Owner owner = older("held");
    world.goal(goal(goalOf(owner), 1, State.ACTIVE, owner, FAR, half(1, "1000")));
    world.won("older-held-1", owner.id(), "600", "2017-11-05T10:00:00Z");
    await().until(() -> thresholds(goalOf(owner)).equals(List.of("0.5")));
    world.goal(goal(goalOf(owner), 2, State.ACTIVE, owner, FAR, half(1, "1000"), half(2, "2000")));
    await().until(() -> "2000".equals(progress(goalOf(owner)).getString("target")));
    clock.moveTo(Instant.parse("2017-12-24T12:00:00Z"));
    sellMore("held", "2017-11-11T12:00:00Z");
    world.won("older-held-3", owner.id(), "500", "2017-11-12T12:00:00Z");
    await().until(() -> "1650".equals(actual(goalOf(owner))));

    world.reverse("older-held-undo", "older-held-1");

    await().until(() -> sold("held").equals("2017-11-12T12:00:00Z"));
    assertThat(reverted(goalOf(owner))).isEmpty();
    world.reverse("older-held-undo-3", "older-held-3", "100");
    await().until(() -> reverted(goalOf(owner)).equals(List.of("goal-older-held:0.5:1")));
  }

  private static Owner older(String name) {
    return Owner.participant("older-" + name);
  }

  private void sellMore(String name, String at) {
    world.won("older-" + name + "-2", "older-" + name, "550", at);
    await().until(() -> "1150".equals(actual("goal-older-" + name)));
  }

  private static List<Object> milestones(String name) {
    return progress("goal-older-" + name).getList("milestones");
  }

  /** When the sale occurred by which its first milestone is reached. */
  private static String sold(String name) {
    return progress("goal-older-" + name).getString("milestones[0].reachedAt");
  }

  private static String goalOf(Owner owner) {
    return "goal-" + owner.id();
  }

  private static Version half(int version, String target) {
    return version(version, target, "0.5");
  }

  @Test
  void tellsAMilestoneThatWasCrossedBeforeTheGoalAskedForIt() {
    Owner owner = Owner.participant("asked");
    Version first = version(1, "1000", "0.25");
    world.goal(goal("goal-asked", 1, State.ACTIVE, owner, FAR, first));
    await().until(() -> "0".equals(actual("goal-asked")));
    world.won("deal-asked", "asked", "1200", "2017-11-05T10:00:00Z");
    await().until(() -> "1200".equals(actual("goal-asked")));

    Version second = version(2, "1000", "0.25", "0.5", "1");
    world.goal(goal("goal-asked", 2, State.ACTIVE, owner, FAR, first, second));

    await().until(() -> thresholds("goal-asked").equals(List.of("0.25", "0.5", "1")));
    assertThat(world.told(EventType.GOAL_ACHIEVED, "goal-asked", GoalAchieved.class)).hasSize(1);
    world.reverse("undo-asked", "deal-asked");
    await().until(() -> "0".equals(actual("goal-asked")));
    assertThat(reverted("goal-asked"))
        .containsExactlyElementsOf(
            world.told(EventType.MILESTONE_REACHED, "goal-asked", MilestoneReached.class).stream()
                .map(MilestoneReached::milestoneId)
                .toList());
  }

  @Test
  void tellsAMilestoneThatTheGoalNoLongerNamesNoSecondTime() {
    Owner owner = Owner.participant("dropped");
    Version first = version(1, "1000", "0.5");
    world.goal(goal("goal-dropped", 1, State.ACTIVE, owner, FAR, first));
    world.won("deal-dropped-1", "dropped", "600", "2017-11-05T10:00:00Z");
    await().until(() -> thresholds("goal-dropped").equals(List.of("0.5")));
    Version second = version(2, "900", "0.75");
    world.goal(goal("goal-dropped", 2, State.ACTIVE, owner, FAR, first, second));
    await().until(() -> "900".equals(progress("goal-dropped").getString("target")));

    world.reverse("undo-dropped", "deal-dropped-1");
    await().until(() -> "0".equals(actual("goal-dropped")));
    world.won("deal-dropped-2", "dropped", "700", "2017-11-06T10:00:00Z");

    await().until(() -> thresholds("goal-dropped").equals(List.of("0.5", "0.75")));
    assertThat(reverted("goal-dropped")).containsExactly("goal-dropped:0.5:1");
  }

  @Test
  void countsNothingForACancelledGoal() {
    Owner owner = Owner.participant("gone");
    world.goal(goal("goal-gone", 1, State.ACTIVE, owner, FAR, version(1, "1000")));
    world.won("deal-gone-1", "gone", "10", "2017-11-05T10:00:00Z");
    await().until(() -> "10".equals(actual("goal-gone")));

    world.goal(goal("goal-gone", 2, State.CANCELLED, owner, FAR, version(1, "1000")));

    await()
        .until(
            () ->
                World.salesOps()
                    .get("/v1/progress?goal=goal-gone")
                    .jsonPath()
                    .getList("items")
                    .isEmpty());
    world.won("deal-gone-2", "gone", "10", "2017-11-05T10:00:00Z");
    await().until(() -> credits("deal-gone-2").getList("items").size() == 1);
    assertThat(actual("goal-gone")).isEqualTo("10");
  }

  @Test
  void closesOnceAndShowsWhatCameLaterBesideTheResult() {
    clock.moveTo(Instant.parse("2017-12-31T12:00:00Z"));
    Instant graceEnd = Instant.parse("2018-01-15T00:00:00Z");
    world.goal(
        goal(
            "goal-closing",
            1,
            State.ACTIVE,
            Owner.participant("closing"),
            graceEnd,
            version(1, "1000")));
    await().until(() -> "0".equals(actual("goal-closing")));
    clock.moveTo(graceEnd.minusSeconds(1));
    world.won("deal-closing-1", "closing", "600", "2017-12-31T23:59:59Z");
    await().until(() -> "600".equals(actual("goal-closing")));
    assertThat(progress("goal-closing").getBoolean("provisional")).isTrue();

    clock.moveTo(graceEnd);
    await().until(() -> !progress("goal-closing").getBoolean("provisional"));
    world.won("deal-closing-2", "closing", "500", "2017-12-31T23:59:59Z");

    await().until(() -> progress("goal-closing").get("restatedAttainment") != null);
    assertThat(progress("goal-closing").getDouble("restatedAttainment")).isEqualTo(1.1);
    assertThat(progress("goal-closing").getDouble("attainment")).isEqualTo(0.6);
    List<ProgressRecorded> told =
        world.told(EventType.PROGRESS_RECORDED, "goal-closing", ProgressRecorded.class);
    assertThat(told).extracting(ProgressRecorded::finalResult).containsSubsequence(false, true);
    assertThat(told.getLast().actual()).isEqualByComparingTo("600");
    assertThat(told.getLast().restatedAttainment()).isEqualByComparingTo("1.1");
    assertThat(thresholds("goal-closing")).containsExactly("0.25", "0.5");
    assertThat(
            World.salesOps()
                .get("/v1/progress/goal-closing/entries")
                .jsonPath()
                .getList("items.kind"))
        .containsExactly("LIVE", "TRUE_UP");
  }

  private List<String> reverted(String goalId) {
    return world.told(EventType.MILESTONE_REVERTED, goalId, MilestoneReverted.class).stream()
        .map(MilestoneReverted::milestoneId)
        .toList();
  }

  private List<String> thresholds(String goalId) {
    return world.told(EventType.MILESTONE_REACHED, goalId, MilestoneReached.class).stream()
        .map(reached -> reached.threshold().toString())
        .toList();
  }
}
