package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.always;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.WorkingCalendarChanged;
import dev.milepost.contract.WorkingDay;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.pace.WorkingDays;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A holiday week changes what is expected. The fourth quarter of 2017 has 65 days from Monday to
 * Friday; without 2 to 6 October it has 60. By the end of Friday, 13 October, 10 of the 65 are
 * over, and 5 of the 60.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class WorkingCalendarTest {
  @Inject World world;
  @Inject MovableClock clock;
  @Inject Goals goals;

  @BeforeEach
  void afterTheSecondWeek() {
    clock.moveTo(Instant.parse("2017-10-14T00:00:00Z"));
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aHolidayWeekChangesWhatIsExpectedAndDatesOpenMilestonesAnew() {
    world.team("wc-company", "");
    world.team("wc-team", "wc-company", "wc-rep");
    world.goal(goal("goal-wc", Owner.participant("wc-rep")));
    world.won("deal-wc", "wc-rep", "300", "2017-10-10T10:00:00Z");
    await().until(() -> "300".equals(actual("goal-wc")));
    assertThat(progress("goal-wc").getString("workingCalendar")).isEqualTo("DEFAULT");
    assertThat(progress("goal-wc").getDouble("expected")).isEqualTo(0.1538); // 10 / 65
    String reached = progress("goal-wc").getString("milestones[0].dueAt");
    // 33 of 65 at the end of Wednesday, 15 November
    assertThat(progress("goal-wc").getString("milestones[1].dueAt"))
        .isEqualTo("2017-11-16T00:00:00Z");

    calendar("wc-company", 1, "2017-10-02", "2017-10-03", "2017-10-04", "2017-10-05", "2017-10-06");

    await().until(() -> "IMPORTED".equals(progress("goal-wc").getString("workingCalendar")));
    assertThat(progress("goal-wc").getDouble("expected")).isEqualTo(0.0833); // 5 / 60
    assertThat(progress("goal-wc").getString("milestones[0].dueAt")).isEqualTo(reached);
    // 30 of 60 at the end of Friday, 17 November
    assertThat(progress("goal-wc").getString("milestones[1].dueAt"))
        .isEqualTo("2017-11-18T00:00:00Z");

    world.goal(goal("goal-wc-later", Owner.participant("wc-rep")));
    await().until(() -> "300".equals(actual("goal-wc-later")));
    assertThat(progress("goal-wc-later").getDouble("expected")).isEqualTo(0.0833);
  }

  @Test
  void aMoveToAnotherTeamDatesOpenMilestonesAnew() {
    world.team("wc-free", 1, List.of(), List.of(always("wc-mover")));
    calendar("wc-free", 1, "2017-10-02", "2017-10-03", "2017-10-04", "2017-10-05", "2017-10-06");
    world.goal(goal("goal-wc-moved", Owner.participant("wc-mover")));
    await().until(() -> "IMPORTED".equals(progress("goal-wc-moved").getString("workingCalendar")));

    world.team("wc-free", 2, List.of(), List.of());

    await().until(() -> "DEFAULT".equals(progress("goal-wc-moved").getString("workingCalendar")));
    assertThat(progress("goal-wc-moved").getDouble("expected")).isEqualTo(0.1538);
    assertThat(progress("goal-wc-moved").getString("milestones[1].dueAt"))
        .isEqualTo("2017-11-16T00:00:00Z");
  }

  @Test
  void aHolidayWeekCountsForHowEarlyALinearGoalIsToo() {
    world.team("wc-linear", "", "wc-steady");
    world.goal(World.revenueGoal("goal-wc-linear", Owner.participant("wc-steady"), "1000"));
    await().until(() -> "0".equals(actual("goal-wc-linear")));
    calendar("wc-linear", 1, "2017-10-02", "2017-10-03", "2017-10-04", "2017-10-05", "2017-10-06");
    await().until(() -> !days("goal-wc-linear").assumed());

    // Due by the end of Monday, 23 October; after 2 October 15 days from Monday to Friday.
    world.won("deal-wc-linear", "wc-steady", "250", "2017-10-02T10:00:00Z");

    await().until(() -> workingDaysEarly("goal-wc-linear:0.25:1") != null);
    assertThat(workingDaysEarly("goal-wc-linear:0.25:1")).isEqualTo("11");
  }

  private WorkingDays days(String goalId) {
    return goals.find(goalId).orElseThrow().days();
  }

  private static String workingDaysEarly(String milestone) {
    return World.salesOps()
        .get("/v1/milestones/" + milestone)
        .jsonPath()
        .getString("evaluation.workingDaysEarly");
  }

  private void calendar(String team, long version, String... holidays) {
    world
        .broker()
        .publish(
            EventType.WORKING_CALENDAR_CHANGED,
            "working-calendar/" + team,
            "/milepost/goals",
            team + ":" + version,
            new WorkingCalendarChanged(
                team,
                version,
                Stream.of(holidays)
                    .map(LocalDate::parse)
                    .map(date -> new WorkingDay(date, WorkingDay.Kind.HOLIDAY, "example"))
                    .toList()));
  }

  private static GoalSnapshot goal(String id, Owner owner) {
    GoalSnapshot linear = World.goal(id, 1, State.ACTIVE, owner, FAR, version(1, "1000"));
    return new GoalSnapshot(
        id,
        1,
        linear.state(),
        linear.statement(),
        owner,
        linear.metric(),
        linear.period(),
        linear.graceEnd(),
        linear.zone(),
        Profile.WORKING_DAYS,
        null,
        linear.creditTypes(),
        linear.versions(),
        null,
        null);
  }
}
