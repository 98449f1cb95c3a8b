package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.returnOf;
import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A quarter of each past quarter was sold on its first day, the rest in its last days. So a quarter
 * is expected all the time, until the last of twelve slices of the 65 working days begins on 22
 * December.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class SeasonalProfileTest {
  private static final List<String> FIRST_DAYS =
      List.of("2016-10-03", "2017-01-02", "2017-04-03", "2017-07-03");
  private static final List<String> LAST_DAYS =
      List.of("2016-12-30", "2017-03-31", "2017-06-30", "2017-09-29");

  @Inject World world;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void followsComparablePeriodsAndDatesMilestonesByThem() {
    sell("season", 0, 4);

    world.goal(goal("season", Profile.SEASONAL));

    await().until(() -> "SEASONAL".equals(profile("season")));
    // 0.25 + 0.75 / 3: a third of the last slice, in the 62nd of 65 working days
    assertThat(progress("season").getString("milestones[1].dueAt"))
        .isEqualTo("2017-12-27T00:00:00Z");
    // reached on the first of twelve slices: at the end of the 6th working day
    assertThat(progress("season").getString("milestones[0].dueAt"))
        .isEqualTo("2017-10-10T00:00:00Z");
    clock.moveTo(Instant.parse("2017-11-16T00:00:00Z"));
    assertThat(progress("season").getDouble("expected")).isEqualTo(0.25);
    assertThat(progress("season").getString("workingCalendar")).isEqualTo("DEFAULT");
  }

  @Test
  void followsATeamsPast() {
    world.team("season-team", "", "season-member");
    await()
        .until(
            () ->
                !sql.query("SELECT 1 FROM directory_team WHERE id = 'season-team'", row -> 1)
                    .isEmpty());
    sell("season-member", 0, 4);
    GoalSnapshot ofTeam = goal("season-team-goal", Owner.team("season-team"), Profile.SEASONAL);

    world.goal(ofTeam);

    await().until(() -> "SEASONAL".equals(profile("season-team-goal")));
  }

  @Test
  void countsReturnsWhereTheMetricCountsThem() {
    sell("season-back", 0, 4);
    world.won(
        "season-returned",
        returnOf("season-back-last-3", "season-back", "-200", "2017-10-05T00:00:00Z"));
    await().until(() -> credits("season-returned").getList("items").size() == 1);

    MetricVersion metric = World.wonRevenue("season-back-revenue", Returns.ORIGINAL);
    world.goal(goal("season-back", Owner.participant("season-back"), Profile.SEASONAL, metric));

    // 100 of 400 was sold on the first day of three quarters, and 100 of 200 of the fourth.
    await().until(() -> "SEASONAL".equals(profile("season-back")));
    clock.moveTo(Instant.parse("2017-11-16T00:00:00Z"));
    assertThat(progress("season-back").getDouble("expected")).isEqualTo(0.3125);
  }

  @Test
  void isWorkingDaysWhereTooLittleIsKnown() {
    sell("season-short", 1, 4);

    world.goal(goal("season-short", Profile.SEASONAL));

    await().until(() -> isSettled("season-short"));
    assertThat(profile("season-short")).isEqualTo("WORKING_DAYS");
    assertThat(progress("season-short").getString("milestones[1].dueAt"))
        .isEqualTo("2017-11-16T00:00:00Z");
  }

  @Test
  void leavesAGoalWithAProfileOfItsOwnAlone() {
    sell("season-own", 0, 4);

    world.goal(goal("season-own", Profile.WORKING_DAYS));
    world.goal(goal("season-linear", Profile.LINEAR));

    await().until(() -> profile("season-own") != null && profile("season-linear") != null);
    assertThat(profile("season-own")).isEqualTo("WORKING_DAYS");
    assertThat(profile("season-linear")).isEqualTo("LINEAR");
  }

  @Test
  void isLookedForAgainWhenThePeriodBegins() {
    sell("season-early", 0, 3);
    clock.moveTo(Instant.parse("2017-09-15T00:00:00Z"));
    world.goal(goal("season-early", Profile.SEASONAL));
    // Three quarters are over; the fourth goes on.
    await().until(() -> "2017-10-01 00:00:00+00".equals(again("season-early")));
    assertThat(profile("season-early")).isEqualTo("WORKING_DAYS");

    clock.moveTo(Instant.parse("2017-09-30T00:00:00Z"));
    sell("season-early", 3, 4);
    clock.moveTo(World.START);

    await().until(() -> "SEASONAL".equals(profile("season-early")));
    assertThat(isSettled("season-early")).isTrue();
  }

  private void sell(String participant, int from, int to) {
    for (int i = from; i < to; i++) {
      won(participant, participant + "-first-" + i, "100", FIRST_DAYS.get(i));
      won(participant, participant + "-last-" + i, "300", LAST_DAYS.get(i));
    }
    for (int i = from; i < to; i++) {
      String last = participant + "-last-" + i;
      String first = participant + "-first-" + i;
      await().until(() -> credits(first).getList("items").size() == 1);
      await().until(() -> credits(last).getList("items").size() == 1);
    }
  }

  private void won(String participant, String id, String amount, String day) {
    world.won(id, participant, amount, day + "T00:00:00Z");
  }

  private boolean isSettled(String goal) {
    return again(goal).equals("never");
  }

  /** When its past is looked through. */
  private String again(String goal) {
    return sql
        .query(
            "SELECT coalesce((due_at AT TIME ZONE 'UTC')::text || '+00', 'never') AS again"
                + " FROM goal_season JOIN goal ON no = goal_no WHERE goal_id = ?",
            row -> row.text("again"),
            goal)
        .stream()
        .findFirst()
        .orElse("");
  }

  private static String profile(String goal) {
    return progress(goal).getString("profile");
  }

  private static GoalSnapshot goal(String id, Profile profile) {
    return goal(id, Owner.participant(id), profile);
  }

  private static GoalSnapshot goal(String id, Owner owner, Profile profile) {
    return goal(id, owner, profile, World.wonRevenue());
  }

  private static GoalSnapshot goal(String id, Owner owner, Profile profile, MetricVersion metric) {
    GoalSnapshot linear = World.goal(id, 1, State.ACTIVE, owner, FAR, version(1, "1000"));
    return new GoalSnapshot(
        id,
        1,
        linear.state(),
        linear.statement(),
        owner,
        metric,
        linear.period(),
        linear.graceEnd(),
        linear.zone(),
        profile,
        null,
        linear.creditTypes(),
        linear.versions(),
        null,
        null);
  }
}
