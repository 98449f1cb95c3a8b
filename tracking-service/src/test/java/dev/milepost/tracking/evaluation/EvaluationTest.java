package dev.milepost.tracking.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The milestone is due when 23 of the quarter's 92 days are over, on Monday, 23 October. */
class EvaluationTest {
  private static final Instant DUE = Instant.parse("2017-10-24T00:00:00Z");
  private static final Owner OWNER = Owner.participant("p");

  @ParameterizedTest
  @CsvSource({
    "2017-10-23T00:00:00Z, 0, 0",
    "2017-10-23T23:59:59Z, 0, 0",
    "2017-10-22T12:00:00Z, 1, 1", // a Sunday
    "2017-10-20T12:00:00Z, 3, 1",
    "2017-10-16T12:00:00Z, 7, 5",
    "2017-10-24T00:00:00Z, -1, -1",
    "2017-10-29T00:00:00Z, -6, -4"
  })
  void countsDaysBetweenTheDayItWasReachedAndTheLastInTime(
      Instant reachedAt, int days, int workingDays) {
    Evaluation evaluation = of(revenue(), reachedAt, "250");

    assertThat(evaluation.daysEarly()).isEqualTo(days);
    assertThat(evaluation.workingDaysEarly()).isEqualTo(workingDays);
  }

  @Test
  void leavesHolidaysOutOfWorkingDays() {
    WorkingDays days = new WorkingDays(Set.of(LocalDate.parse("2017-10-19")), false);
    TrackedGoal goal = new TrackedGoal(1, revenue(), null, Cause.first("test"), days);

    Evaluation evaluation =
        Evaluation.of(
            goal, crossed(Instant.parse("2017-10-16T12:00:00Z"), 1), BigDecimal.TEN, List.of());

    assertThat(evaluation.workingDaysEarly()).isEqualTo(4);
  }

  @Test
  void comparesWithWhatWasExpectedAndProjectsTheRunRate() {
    // 18.4 of 92 days: 0.2 of the way; 250 / 0.2
    Evaluation evaluation = of(revenue(), Instant.parse("2017-10-19T09:36:00Z"), "250");

    assertThat(evaluation.attainment()).isEqualByComparingTo("0.25");
    assertThat(evaluation.expected()).isEqualByComparingTo("0.2");
    assertThat(evaluation.pace()).isEqualByComparingTo("1.25");
    assertThat(evaluation.outlook()).isEqualByComparingTo("1250");
  }

  @Test
  void holdsItAgainstTheTargetOfItsTime() {
    GoalSnapshot revised =
        World.goal(
            "g",
            2,
            State.ACTIVE,
            OWNER,
            World.FAR,
            World.version(1, "1000"),
            World.version(2, "2000"));

    assertThat(of(revised, Instant.parse("2017-10-19T09:36:00Z"), "250").attainment())
        .isEqualByComparingTo("0.25");
  }

  @Test
  void isInTimeByDefinitionWhereTheDueDateDecides() {
    GoalSnapshot level =
        World.goal(
            "g",
            OWNER,
            World.metric("m", Aggregation.AVERAGE, Direction.INCREASE, "event.amount"),
            World.FAR,
            World.from("80", "90"));

    Evaluation evaluation = of(level, DUE, "83");

    assertThat(evaluation.daysEarly()).isZero();
    assertThat(evaluation.attainment()).isEqualByComparingTo("0.3");
    assertThat(evaluation.pace()).isEqualByComparingTo("0.05");
    assertThat(evaluation.outlook()).isNull();
    assertThat(Evaluation.stretch(tracked(level), crossed(DUE, 1)).from())
        .isEqualTo("2017-09-24T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "g:0.25:1, g, 0.25, 1",
    "a:b:1:12, a:b, 1, 12",
    "019ea1c2-7a10-7c55-9d3e-2f6b8c4d1e01:1.5:2, 019ea1c2-7a10-7c55-9d3e-2f6b8c4d1e01, 1.5, 2"
  })
  void isNamedByGoalThresholdAndCycle(String id, String goal, BigDecimal threshold, int cycle) {
    assertThat(MilestoneId.parse(id)).contains(new MilestoneId(goal, threshold, cycle));
    assertThat(new MilestoneId(goal, threshold, cycle)).hasToString(id);
  }

  @ParameterizedTest
  @CsvSource({"g", "g:0.25", "g:x:1", "g:0.25:0", "g:-1:1", ":0.25:1", "g:0.25:99999999999"})
  void isNotNamedOtherwise(String id) {
    assertThat(MilestoneId.parse(id)).isEmpty();
  }

  private static Evaluation of(GoalSnapshot goal, Instant reachedAt, String value) {
    return Evaluation.of(tracked(goal), crossed(reachedAt, 1), new BigDecimal(value), List.of());
  }

  private static TrackedGoal tracked(GoalSnapshot goal) {
    return new TrackedGoal(1, goal, null, Cause.first("test"), WorkingDays.ASSUMED);
  }

  private static Crossed crossed(Instant reachedAt, int goalVersion) {
    return new Crossed(1, new BigDecimal("0.25"), 1, goalVersion, DUE, reachedAt, reachedAt);
  }

  private static GoalSnapshot revenue() {
    return World.revenueGoal("g", OWNER, "1000");
  }
}
