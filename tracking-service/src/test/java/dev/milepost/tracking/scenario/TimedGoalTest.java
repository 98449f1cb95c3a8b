package dev.milepost.tracking.scenario;

import static dev.milepost.contract.MetricVersion.Direction.DECREASE;
import static dev.milepost.contract.MetricVersion.Direction.INCREASE;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.from;
import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalAchieved;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Goals that time alone may change: levels, and flows that should shrink. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class TimedGoalTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");

  /** 23, 46 and 92 of the 92 days. */
  private static final Instant QUARTER_DUE = Instant.parse("2017-10-24T00:00:00Z");

  private static final Instant HALF_DUE = Instant.parse("2017-11-16T00:00:00Z");

  @Inject World world;
  @Inject MovableClock clock;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void testsMilestonesOfALevelOnTheirDueDatesOnly() {
    level("timed-level", "80", "90", "0.25", "0.5");
    at("2017-10-12T00:00:00Z");
    world.won("timed-1", "timed-level", "83", "2017-10-10T00:00:00Z");
    await().until(() -> "83".equals(actual("timed-level")));
    assertThat(reached("timed-level")).isEmpty();

    // (83 − 80) / 10 = 0.3 ≥ 0.25
    clock.moveTo(QUARTER_DUE);
    await().until(() -> reached("timed-level").size() == 1);
    MilestoneReached first = reached("timed-level").getFirst();
    assertThat(first.reachedAt()).isEqualTo(QUARTER_DUE);
    assertThat(first.attainment()).isEqualByComparingTo("0.3");

    // Nothing in the 30 days before the next one, which is missed.
    clock.moveTo(HALF_DUE);
    await().until(() -> actual("timed-level") == null);
    await().until(() -> last("timed-level").actual() == null);
    // What happened on the due date says nothing of the days before.
    world.won("timed-2", "timed-level", "95", "2017-11-16T00:00:00Z");
    await().until(() -> World.credits("timed-2").getList("items").size() == 1);
    assertThat(reached("timed-level")).hasSize(1);

    undo("timed-3", "timed-1");
    await().until(() -> reverted("timed-level").size() == 1);
    assertThat(progress("timed-level").getList("milestones.reachedAt")).containsOnlyNulls();
  }

  @Test
  void reachesAMilestoneAfterAllWhenWhatStoodAgainstItIsTakenBack() {
    level("timed-undone", "80", "90", "0.25", "0.5");
    at("2017-10-12T00:00:00Z");
    world.won("undone-1", "timed-undone", "83", "2017-10-10T00:00:00Z");
    await().until(() -> "83".equals(actual("timed-undone")));
    clock.moveTo(HALF_DUE);
    await().until(() -> reached("timed-undone").size() == 1);
    await().until(() -> last("timed-undone").actual() == null);

    // (83 + 60) / 2 = 71.5 < 82.5 on the first due date; 60 < 85 on the second.
    world.won("undone-2", "timed-undone", "60", "2017-10-18T00:00:00Z");
    await().until(() -> reverted("timed-undone").size() == 1);
    undo("undone-3", "undone-2");
    await().until(() -> reached("timed-undone").size() == 2);
    assertThat(reached("timed-undone").getLast().reachedAt()).isEqualTo(QUARTER_DUE);
    // What is learned late about the time before the second one, which was missed.
    world.won("undone-4", "timed-undone", "85", "2017-11-10T00:00:00Z");
    await().until(() -> reached("timed-undone").size() == 3);
    assertThat(reached("timed-undone").getLast().reachedAt()).isEqualTo(HALF_DUE);
    undo("undone-5", "undone-4");
    await().until(() -> reverted("timed-undone").size() == 2);
  }

  @Test
  void evaluatesAnewAMilestoneThatStaysReachedByAnotherValue() {
    level("timed-confirmed", "80", "90", "0.25");
    at("2017-10-12T00:00:00Z");
    world.won("confirmed-1", "timed-confirmed", "84", "2017-10-10T00:00:00Z");
    await().until(() -> "84".equals(actual("timed-confirmed")));
    clock.moveTo(QUARTER_DUE);
    await().until(() -> "84".equals(evaluated("timed-confirmed:0.25:1")));

    // (84 + 83) / 2
    world.won("confirmed-2", "timed-confirmed", "83", "2017-10-11T00:00:00Z");

    await().until(() -> "83.5".equals(evaluated("timed-confirmed:0.25:1")));
    assertThat(reached("timed-confirmed")).hasSize(1);
  }

  private static String evaluated(String milestone) {
    return World.salesOps()
        .get("/v1/milestones/" + milestone)
        .jsonPath()
        .getString("evaluation.actual");
  }

  @Test
  void holdsAMissedMilestoneAgainstAnEasierTarget() {
    MetricVersion metric =
        World.metric("timed-eased", Aggregation.AVERAGE, INCREASE, "event.amount");
    Owner owner = Owner.participant("timed-eased");
    at("2017-10-02T00:00:00Z");
    world.goal(goal("timed-eased", owner, metric, GRACE_END, from("80", "100", "0.25", "0.75")));
    await().until(() -> progress("timed-eased").getString("goalId") != null);
    at("2017-10-12T00:00:00Z");
    world.won("eased-1", "timed-eased", "84", "2017-10-10T00:00:00Z");
    await().until(() -> "84".equals(actual("timed-eased")));
    clock.moveTo(HALF_DUE);
    await().until(() -> last("timed-eased").actual() == null);
    assertThat(reached("timed-eased")).isEmpty();

    // 80 + 0.25 × 20 = 85; with 92 as the target 83. What is due later stays due later.
    String later = progress("timed-eased").getString("milestones[1].dueAt");
    Version easier =
        new Version(
            2,
            new BigDecimal("80"),
            new BigDecimal("92"),
            null,
            from("80", "92", "0.25", "0.75").milestones(),
            HALF_DUE,
            "the market changed",
            "a manager");
    world.goal(
        goal("timed-eased", owner, metric, GRACE_END, from("80", "100", "0.25", "0.75"), easier));

    await().until(() -> reached("timed-eased").size() == 1);
    assertThat(reached("timed-eased").getFirst().reachedAt()).isEqualTo(QUARTER_DUE);
    assertThat(progress("timed-eased").getString("milestones[1].dueAt"))
        .isGreaterThan(HALF_DUE.toString())
        .isLessThan(later);
  }

  @Test
  void closesALevelWithTheWindowThatEndsWithThePeriod() {
    level("timed-close", "80", "90", "1");
    clock.moveTo(Instant.parse("2018-01-02T00:00:00Z"));
    world.won("close-1", "timed-close", "91", "2017-12-20T00:00:00Z");
    world.won("close-0", "timed-close", "10", "2017-11-20T00:00:00Z");
    await().until(() -> World.credits("close-0").getList("items").size() == 1);
    await().until(() -> "91".equals(actual("timed-close")));
    assertThat(achieved("timed-close")).isEmpty();

    clock.moveTo(GRACE_END);

    await().until(() -> achieved("timed-close").size() == 1);
    assertThat(achieved("timed-close").getFirst().achievedAt()).isEqualTo(World.END);
    await().until(() -> last("timed-close").finalResult());
    assertThat(last("timed-close").attainment()).isEqualByComparingTo("1.1");
    // (91 + 71) / 2 = 81; (81 − 80) / 10 = 0.1
    world.won("close-2", "timed-close", "71", "2017-12-21T00:00:00Z");
    await().until(() -> progress("timed-close").get("restatedAttainment") != null);
    assertThat(progress("timed-close").getDouble("restatedAttainment")).isEqualTo(0.1);
    assertThat(progress("timed-close").getDouble("attainment")).isEqualTo(1.1);
  }

  @Test
  void followsAFlowThatShouldShrink() {
    MetricVersion complaints = World.metric("timed-complaints", Aggregation.COUNT, DECREASE, null);
    at("2017-10-02T00:00:00Z");
    world.goal(
        goal(
            "timed-shrink",
            Owner.participant("timed-shrink"),
            complaints,
            GRACE_END,
            from("8", "5", "0.5")));
    await().until(() -> "0".equals(actual("timed-shrink")));
    at("2017-11-15T23:00:00Z");
    world.won("shrink-1", "timed-shrink", "1", "2017-10-20T00:00:00Z");
    world.won("shrink-2", "timed-shrink", "1", "2017-11-10T00:00:00Z");
    await().until(() -> "2".equals(actual("timed-shrink")));

    clock.moveTo(HALF_DUE);

    // (4 − 2) / (0.5 · 3) = 1.3333 to date, (4 − 2) / 3 = 0.6667 of the whole way
    await().until(() -> reached("timed-shrink").size() == 1);
    assertThat(reached("timed-shrink").getFirst().attainment())
        .isEqualByComparingTo("0.6666666666");
    await()
        .untilAsserted(
            () ->
                assertThat(last("timed-shrink").attainment()).isEqualByComparingTo("1.3333333333"));
    await().until(() -> "AHEAD".equals(progress("timed-shrink").getString("status")));
    // A third one before the due date: (4 − 3) / 3 is not half of the way.
    world.won("shrink-3", "timed-shrink", "1", "2017-11-11T00:00:00Z");
    await()
        .until(
            () ->
                !world
                    .told(EventType.MILESTONE_REVERTED, "timed-shrink", MilestoneReverted.class)
                    .isEmpty());
    clock.moveTo(GRACE_END);

    // (8 − 3) / 3
    await().until(() -> last("timed-shrink").finalResult());
    assertThat(last("timed-shrink").attainment()).isEqualByComparingTo("1.6666666666");
    await().until(() -> achieved("timed-shrink").size() == 1);
  }

  private void undo(String id, String original) {
    world
        .broker()
        .publish(
            EventType.EVENT_REVERSED,
            id,
            World.CRM,
            id,
            SoldEvents.reversal(original, null, HALF_DUE));
  }

  private List<MilestoneReverted> reverted(String goalId) {
    return world.told(EventType.MILESTONE_REVERTED, goalId, MilestoneReverted.class);
  }

  private void at(String instant) {
    clock.moveTo(Instant.parse(instant));
  }

  private void level(String id, String baseline, String target, String... thresholds) {
    at("2017-10-02T00:00:00Z");
    MetricVersion metric = World.metric(id, Aggregation.AVERAGE, INCREASE, "event.amount");
    world.goal(
        goal(id, Owner.participant(id), metric, GRACE_END, from(baseline, target, thresholds)));
    await().until(() -> progress(id).getString("goalId") != null);
  }

  private ProgressRecorded last(String goalId) {
    return world.told(EventType.PROGRESS_RECORDED, goalId, ProgressRecorded.class).getLast();
  }

  private List<MilestoneReached> reached(String goalId) {
    return world.told(EventType.MILESTONE_REACHED, goalId, MilestoneReached.class);
  }

  private List<GoalAchieved> achieved(String goalId) {
    return world.told(EventType.GOAL_ACHIEVED, goalId, GoalAchieved.class);
  }
}
