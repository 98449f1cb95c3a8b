package dev.milepost.tracking.goal;

import static dev.milepost.contract.MetricVersion.Aggregation.COUNT;
import static dev.milepost.contract.MetricVersion.Direction.DECREASE;
import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.HeldSale;
import dev.milepost.tracking.scenario.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The service is busy, or down, when something is due: a goal's close, a milestone, a judgement.
 */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class LateArrivalTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");
  private static final String OCCURRED = "2017-12-31T23:59:59Z";

  @Inject World world;
  @Inject Closing closing;
  @Inject Looking looking;
  @Inject Judging judging;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void countsWhatArrivedInTimeThoughItIsTakenInLater() throws Exception {
    clock.moveTo(GRACE_END.minusSeconds(1));
    world.goal(
        goal(
            "goal-busy",
            1,
            State.ACTIVE,
            Owner.participant("busy"),
            GRACE_END,
            World.version(1, "1000")));
    await().until(() -> "0".equals(World.actual("goal-busy")));
    try (HeldSale held = HeldSale.of(sql, World.CRM, "busy-1")) {
      world.won("busy-1", "busy", "100", OCCURRED);
      held.awaitBatch();
      world.won("busy-2", "busy", "200", OCCURRED);
      world.won("busy-2-undone", "busy", "50", OCCURRED);
      clock.moveTo(GRACE_END.plus(Duration.ofHours(1)));
      world.won("busy-3", "busy", "400", OCCURRED);
      world.reverse("undo-busy-2", "busy-2-undone");

      closing.sweep();
      closing.sweep();

      assertThat(progress("goal-busy").getBoolean("provisional")).isTrue();
    }

    await().until(() -> !progress("goal-busy").getBoolean("provisional"));
    await().until(() -> entries().getList("items").size() == 5);
    assertThat(entries().getList("items.findAll{it.kind == 'LIVE'}.sale.id"))
        .containsExactlyInAnyOrder("busy-1", "busy-2", "busy-2-undone");
    assertThat(entries().getList("items.findAll{it.kind == 'TRUE_UP'}.delta"))
        .containsExactlyInAnyOrder("400", "-50");
    assertThat(progress("goal-busy").getString("actual")).isEqualTo("350");
    assertThat(progress("goal-busy").getDouble("restatedAttainment")).isEqualTo(0.7);
  }

  @Test
  void testsAMilestoneWhenWhatHadArrivedByItsDueDateIsTakenIn() throws Exception {
    // Half of the way from 8 to 5 complaints: at most 4 − 1.5 by then, so 2.
    Instant due = Instant.parse("2017-11-16T00:00:00Z");
    clock.moveTo(due.minusSeconds(1));
    MetricVersion complaints = World.metric("busy-calls", COUNT, DECREASE, null);
    world.goal(
        goal(
            "goal-calls",
            Owner.participant("calls"),
            complaints,
            World.FAR,
            World.from("8", "5", "0.5")));
    await().until(() -> "0".equals(World.actual("goal-calls")));
    for (String call : List.of("calls-1", "calls-2")) {
      world.won(call, "calls", "1", "2017-11-10T00:00:00Z");
    }
    await().until(() -> "2".equals(World.actual("goal-calls")));
    try (HeldSale held = HeldSale.of(sql, World.CRM, "calls-3")) {
      world.won("calls-3", "calls", "1", "2017-11-11T00:00:00Z");
      held.awaitBatch();
      clock.moveTo(due);

      looking.sweep();
      looking.sweep();

      assertThat(isTested("goal-calls")).isFalse();
    }

    await().until(() -> isTested("goal-calls"));
    assertThat(World.actual("goal-calls")).isEqualTo("3");
    assertThat(world.told(EventType.MILESTONE_REACHED, "goal-calls", MilestoneReached.class))
        .isEmpty();
  }

  @Test
  void tellsAPaceWhenWhatHadArrivedIsTakenIn() throws Exception {
    clock.moveTo(Instant.parse("2017-11-16T00:00:00Z"));
    world.goal(World.revenueGoal("goal-paced", Owner.participant("paced"), "1000"));
    await().until(() -> "0".equals(World.actual("goal-paced")));
    world.won("paced-1", "paced", "500", "2017-11-15T00:00:00Z");
    await().until(() -> statuses("goal-paced").contains(Status.ON_TRACK));
    try (HeldSale held = HeldSale.of(sql, World.CRM, "paced-2")) {
      world.won("paced-2", "paced", "250", "2017-11-15T00:00:00Z");
      held.awaitBatch();
      // 500 are far below the 750 that are expected by then.
      clock.moveTo(Instant.parse("2017-12-09T00:00:00Z"));

      judging.sweep();
      judging.sweep();

      assertThat(statuses("goal-paced")).doesNotContain(Status.OFF_TRACK);
    }

    await().until(() -> "750".equals(World.actual("goal-paced")));
    await().until(() -> isJudged("goal-paced"));
    assertThat(statuses("goal-paced").getLast()).isEqualTo(Status.ON_TRACK);
    assertThat(statuses("goal-paced")).doesNotContain(Status.OFF_TRACK);
  }

  private boolean isTested(String goalId) {
    return sql.queryOne(
            "SELECT 1 FROM milestone m JOIN goal g ON g.no = m.goal_no"
                + " WHERE g.goal_id = ? AND m.decided",
            row -> true,
            goalId)
        .isPresent();
  }

  private boolean isJudged(String goalId) {
    return sql.queryOne(
            "SELECT 1 FROM goal_pace j JOIN goal_progress p USING (goal_no)"
                + " JOIN goal g ON g.no = j.goal_no"
                + " WHERE g.goal_id = ? AND j.judged_sequence = p.sequence",
            row -> true,
            goalId)
        .isPresent();
  }

  private List<Status> statuses(String goalId) {
    return world.told(EventType.PACE_CHANGED, goalId, PaceChanged.class).stream()
        .map(PaceChanged::status)
        .toList();
  }

  private static JsonPath entries() {
    return World.salesOps().get("/v1/progress/goal-busy/entries").jsonPath();
  }
}
