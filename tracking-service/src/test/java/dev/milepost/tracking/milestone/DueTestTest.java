package dev.milepost.tracking.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.milestone.DueTest.Result;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Satisfaction from 80 to 90, half of the way due in the middle of November. */
class DueTestTest {
  private static final Instant DUE = Instant.parse("2017-11-16T00:00:00Z");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Milestone OPEN = Milestone.open(HALF, true, DUE);

  @Test
  void isDueOnceAndNotBefore() {
    assertThat(tests(OPEN, Instant.MAX, DUE.minusNanos(1))).isEmpty();
    assertThat(tests(OPEN, Instant.MAX, DUE)).hasSize(1);
    assertThat(tests(OPEN.missed(), Instant.MAX, DUE)).isEmpty();
    assertThat(tests(Milestone.open(HALF, false, DUE), Instant.MAX, DUE)).isEmpty();
  }

  @Test
  void isDueAgainOnAnotherDate() {
    Milestone missed = OPEN.missed();

    assertThat(missed.planned(true, DUE).isUndecidedAt(World.END)).isFalse();
    assertThat(missed.planned(true, DUE.plusSeconds(1)).isUndecidedAt(World.END)).isTrue();
  }

  @Test
  void reachesAtTheBarAndMissesBelowOrWithoutAValue() {
    Result reached = result(OPEN, "85");

    assertThat(reached.after().crossing())
        .isEqualTo(new Crossing(new BigDecimal("85.0"), 1, DUE, World.END));
    assertThat(reached.after().achieved()).isFalse();
    assertThat(reached.events())
        .extracting(OutgoingEvent::type)
        .containsExactly(EventType.MILESTONE_REACHED);
    assertThat(result(OPEN, "84.99")).isEqualTo(new Result(OPEN.missed()));
    assertThat(result(OPEN, null)).isEqualTo(new Result(OPEN.missed()));
  }

  @Test
  void isTestedAgainOnlyByWhatOccurredBeforeItWasDue() {
    Milestone reached = result(OPEN, "86").after();

    assertThat(tests(reached, DUE, World.END)).isEmpty();
    assertThat(tests(reached, DUE.minusSeconds(1), World.END)).hasSize(1);
    assertThat(tests(reached, Instant.MAX, World.END)).isEmpty();
    assertThat(result(reached, "85")).isEqualTo(new Result(reached));
    assertThat(result(reached, "84").after().crossing()).isNull();
    assertThat(result(reached, null).events())
        .extracting(OutgoingEvent::type)
        .containsExactly(EventType.MILESTONE_REVERTED);
  }

  @Test
  void isReachedAfterAllWhenWhatStoodAgainstItIsTakenBack() {
    Milestone reverted = result(result(OPEN, "86").after(), "84").after();

    assertThat(tests(OPEN.missed(), DUE.minusSeconds(1), World.END)).hasSize(1);
    assertThat(result(OPEN.missed(), "84")).isEqualTo(new Result(OPEN.missed()));
    assertThat(result(OPEN.missed(), "85").after().crossingId("g")).isEqualTo("g:0.5:1");
    assertThat(tests(reverted, DUE.minusSeconds(1), World.END)).hasSize(1);
    assertThat(result(reverted, "86").after().crossingId("g")).isEqualTo("g:0.5:2");
    Milestone unasked = Milestone.open(HALF, false, DUE).missed();
    assertThat(tests(unasked, DUE.minusSeconds(1), World.END)).isEmpty();
  }

  @Test
  void isNotTestedForTheFirstTimeByASaleSinceOthersMayBeOnTheirWay() {
    assertThat(tests(OPEN, DUE.minusSeconds(1), World.END)).isEmpty();
    assertThat(tests(OPEN, Instant.MAX, World.END)).hasSize(1);
  }

  @Test
  void isACrossingOfItsOwnWhenTheGoalIsAchievedAtItsClose() {
    Crossing close = new Crossing(new BigDecimal("90"), 1, World.END, World.END);
    Milestone named = Milestone.open(BigDecimal.ONE, true, DUE).missed().achievedAtClose(close);
    Milestone watched = Milestone.open(BigDecimal.ONE, false, DUE).achievedAtClose(close);

    assertThat(named.crossing()).isNull();
    assertThat(named.crossingId("g")).isEqualTo("g:1:1");
    assertThat(named.achieved()).isTrue();
    assertThat(watched.crossing()).isEqualTo(close);
  }

  private static Result result(Milestone milestone, String value) {
    Optional<BigDecimal> number = Optional.ofNullable(value).map(BigDecimal::new);
    return test(milestone).by(number.orElse(null), World.END);
  }

  private static DueTest test(Milestone milestone) {
    return new DueTest(standing(Instant.MIN), milestone);
  }

  private static List<DueTest> tests(Milestone milestone, Instant earliest, Instant now) {
    return DueTest.of(standing(earliest), List.of(milestone), now).toList();
  }

  private static Standing standing(Instant earliest) {
    Version version = World.from("80", "90", "0.5");
    GoalSnapshot goal =
        World.goal(
            "g",
            Owner.participant("p"),
            World.metric("m", Aggregation.AVERAGE, Direction.INCREASE, "event.amount"),
            World.END,
            version);
    TrackedGoal tracked = new TrackedGoal(1, goal, null, Cause.first("test"), WorkingDays.ASSUMED);
    return new Standing(tracked, null, null, 1, earliest, Cause.first("test"));
  }
}
