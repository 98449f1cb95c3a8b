package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of goals' pace. All goals are LINEAR over the 92 days of the quarter. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class PaceChangedTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");

  /** 46 of 92 days. */
  private static final Instant HALF = Instant.parse("2017-11-16T00:00:00Z");

  @Inject World world;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void fallsBehindByTimeAlone() {
    goal("pace-time", "2017-10-02T00:00:00Z");
    world.won("pace-time-1", "pace-time", "230", "2017-10-02T00:00:00Z");
    await().until(() -> "230".equals(actual("pace-time")));

    // More than a tenth is expected from 10 October, 04:48 on; 0.23 / 0.1 is far ahead.
    clock.moveTo(Instant.parse("2017-10-10T04:47:58Z"));
    assertThat(statuses("pace-time")).isEmpty();
    clock.moveTo(Instant.parse("2017-10-10T04:48:01Z"));
    await().until(() -> statuses("pace-time").equals(List.of(Status.AHEAD)));
    assertThat(progress("pace-time").getString("status")).isEqualTo("AHEAD");

    // 0.23 / 0.5 = 0.46
    clock.moveTo(HALF);
    await().until(() -> statuses("pace-time").size() == 2);
    PaceChanged behind = told("pace-time").getLast();
    assertThat(behind.status()).isEqualTo(Status.OFF_TRACK);
    assertThat(behind.previousStatus()).isEqualTo(Status.AHEAD);
    assertThat(behind.change()).isEqualTo(2);
    assertThat(behind.at()).isEqualTo(HALF);
    assertThat(behind.attainment()).isEqualByComparingTo("0.23");
    assertThat(behind.expected()).isEqualByComparingTo("0.5");
    assertThat(behind.pace()).isEqualByComparingTo("0.46");
    assertThat(behind.sequence()).isEqualTo(1);
  }

  @Test
  void comesBackToABandOnlyWellBeyondItsBorder() {
    // Sold before the goal is told, so that it is never judged by nothing: it comes from nowhere.
    clock.moveTo(HALF);
    world.won("pace-margin-1", "pace-margin", "500", "2017-11-01T00:00:00Z");
    await().until(() -> World.credits("pace-margin-1").getList("items").size() == 1);
    goal("pace-margin", "2017-11-16T00:00:00Z");
    // Expected are 500 of 1000: 474 is a pace of 0.948.
    await().until(() -> statuses("pace-margin").contains(Status.ON_TRACK));
    sell("pace-margin", 2, "-26", "474");
    await().until(() -> statuses("pace-margin").contains(Status.AT_RISK));

    // 484: 0.968, ON_TRACK for a newcomer
    sell("pace-margin", 3, "10", "484");
    await().until(() -> judged("pace-margin") == 3);
    assertThat(progress("pace-margin").getString("status")).isEqualTo("AT_RISK");
    assertThat(progress("pace-margin").getDouble("pace")).isEqualTo(0.968);
    // 485: 0.97
    sell("pace-margin", 4, "1", "485");
    await().until(() -> "ON_TRACK".equals(progress("pace-margin").getString("status")));
    // 466: 0.932
    sell("pace-margin", 5, "-19", "466");
    await().until(() -> judged("pace-margin") == 5);

    assertThat(progress("pace-margin").getString("status")).isEqualTo("ON_TRACK");
    assertThat(statuses("pace-margin")).endsWith(Status.ON_TRACK, Status.AT_RISK, Status.ON_TRACK);
  }

  @Test
  void tellsEachChangeOnceAndNamesTheSaleThatMadeIt() {
    goal("pace-once", "2017-11-16T00:00:00Z");
    await().until(() -> statuses("pace-once").equals(List.of(Status.OFF_TRACK)));

    sell("pace-once", 1, "1000", "1000");
    await().until(() -> statuses("pace-once").size() == 2);
    world
        .broker()
        .publish(
            EventType.EVENT_REVERSED,
            "pace-once",
            World.CRM,
            "pace-once-undo",
            SoldEvents.reversal("pace-once-1", null, HALF));
    await().until(() -> statuses("pace-once").size() == 3);

    assertThat(statuses("pace-once"))
        .containsExactly(Status.OFF_TRACK, Status.TARGET_REACHED, Status.OFF_TRACK);
    assertThat(told("pace-once")).extracting(PaceChanged::change).containsExactly(1L, 2L, 3L);
    assertThat(told("pace-once").getFirst().previousStatus()).isNull();
    assertThat(headers("pace-once", "ce_id"))
        .containsExactly("pace-once:pace:1", "pace-once:pace:2", "pace-once:pace:3");
    assertThat(headers("pace-once", "ce_causationid").get(1)).contains("pace-once-1");
  }

  @Test
  void tellsNothingOfTheWayThroughTheGoalsPast() {
    clock.moveTo(HALF);
    world.won("pace-past-1", "pace-past", "300", "2017-10-05T10:00:00Z");
    world.won("pace-past-2", "pace-past", "300", "2017-10-06T10:00:00Z");
    await().until(() -> World.credits("pace-past-1").getList("items").size() == 1);
    await().until(() -> World.credits("pace-past-2").getList("items").size() == 1);

    world.goal(revenueGoal("pace-past", Owner.participant("pace-past"), "1000"));

    await().until(() -> !statuses("pace-past").isEmpty());
    assertThat(statuses("pace-past")).containsExactly(Status.AHEAD);
    assertThat(told("pace-past").getFirst().actual()).isEqualByComparingTo("600");
  }

  @Test
  void followsARevision() {
    goal("pace-revised", "2017-11-16T00:00:00Z");
    sell("pace-revised", 1, "500", "500");
    await().until(() -> "ON_TRACK".equals(progress("pace-revised").getString("status")));

    world.goal(
        World.goal(
            "pace-revised",
            2,
            State.ACTIVE,
            Owner.participant("pace-revised"),
            GRACE_END,
            version(1, "1000"),
            version(2, "2000")));

    await().until(() -> told("pace-revised").stream().anyMatch(pace -> pace.goalVersion() == 2));
    assertThat(told("pace-revised").getLast().status()).isEqualTo(Status.OFF_TRACK);
    assertThat(progress("pace-revised").getString("status")).isEqualTo("OFF_TRACK");
  }

  @Test
  void tellsNothingAfterTheClose() {
    goal("pace-closed", "2017-11-16T00:00:00Z");
    sell("pace-closed", 1, "900", "900");
    await().until(() -> "AHEAD".equals(progress("pace-closed").getString("status")));

    // 0.9 of everything
    clock.moveTo(GRACE_END);
    await().until(() -> isFinal("pace-closed"));
    int told = statuses("pace-closed").size();
    assertThat(statuses("pace-closed")).endsWith(Status.AT_RISK);
    sell("pace-closed", 2, "100", "900");
    await().until(() -> progress("pace-closed").get("restatedAttainment") != null);
    world.goal(revenueGoal("pace-after", Owner.participant("pace-after"), "1000"));
    await().until(() -> statuses("pace-after").equals(List.of(Status.OFF_TRACK)));

    assertThat(statuses("pace-closed")).hasSize(told);
    assertThat(progress("pace-closed").getString("status")).isEqualTo("AT_RISK");
  }

  private void goal(String id, String now) {
    clock.moveTo(Instant.parse(now));
    world.goal(
        World.goal(id, 1, State.ACTIVE, Owner.participant(id), GRACE_END, version(1, "1000")));
    await().until(() -> progress(id).getString("goalId") != null);
  }

  private void sell(String goal, int number, String amount, String actualThen) {
    world.won(goal + "-" + number, goal, amount, "2017-11-01T00:00:00Z");
    await().until(() -> World.credits(goal + "-" + number).getList("items").size() == 1);
    await().until(() -> actualThen.equals(actual(goal)));
  }

  /** The last entry that a goal was judged by. */
  private long judged(String goal) {
    return sql.query(
            "SELECT judged_sequence FROM goal_pace JOIN goal ON no = goal_no WHERE goal_id = ?",
            row -> row.number("judged_sequence"),
            goal)
        .getFirst();
  }

  private boolean isFinal(String goal) {
    return world.told(EventType.PROGRESS_RECORDED, goal, ProgressRecorded.class).stream()
        .anyMatch(ProgressRecorded::finalResult);
  }

  private List<PaceChanged> told(String goal) {
    return world.told(EventType.PACE_CHANGED, goal, PaceChanged.class);
  }

  private List<Status> statuses(String goal) {
    return told(goal).stream().map(PaceChanged::status).toList();
  }

  private List<String> headers(String goal, String header) {
    return world.broker().records(EventType.PACE_CHANGED.topic().topicName()).stream()
        .filter(record -> goal.equals(record.key()))
        .filter(
            record ->
                EventType.PACE_CHANGED
                    .typeName()
                    .equals(TestBroker.header(record, "ce_type").orElse("")))
        .map(record -> TestBroker.header(record, header).orElse(""))
        .toList();
  }
}
