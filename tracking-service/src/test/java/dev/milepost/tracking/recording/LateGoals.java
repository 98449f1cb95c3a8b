package dev.milepost.tracking.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Goals that are told when much of a history is known, and before its rest comes. Their quarter is
 * over: the milestones that are tested on their due dates are tested by what is known then. Some
 * are closed at once, because their grace is over too; to them the rest is late.
 */
record LateGoals(List<AskedGoal> goals) {
  private static final Instant GRACE_END = Instant.parse("2018-01-12T00:00:00Z");

  /** The same goals as others. Of those that time may change every second one stays open. */
  static LateGoals like(List<AskedGoal> others, long seed) {
    return new LateGoals(
        IntStream.range(0, others.size())
            .mapToObj(
                no ->
                    (no + seed) % 2 == 0 && !others.get(no).grows()
                        ? others.get(no).again("late", World.FAR)
                        : others.get(no).again("closed", GRACE_END))
            .toList());
  }

  /** They stand where they should when they were told. */
  void equal(Recomputation then) {
    equal(then, then);
  }

  /**
   * They stand where they should when the rest came: a closed goal where it was, with a restated
   * attainment beside it, an open one by all that is known, its milestones too.
   */
  void equal(Recomputation then, Recomputation now) {
    for (AskedGoal goal : goals) {
      Recomputation truth = goal.isClosed() ? then : now;
      Map<String, Optional<Instant>> reached = reached(goal, truth);
      await(goal.id())
          .pollDelay(Duration.ZERO)
          .untilAsserted(
              () -> {
                ToldProgress told = ToldProgress.of(goal);
                told.isAt(truth.value(goal), truth.attainment(goal));
                assertThat(told.json().path("provisional").asBoolean()).isEqualTo(!goal.isClosed());
                if (goal.isClosed()) {
                  equalRestated(told, then.attainment(goal), now.attainment(goal));
                }
                reached.forEach(
                    (threshold, at) ->
                        assertThat(told.reachedAt(threshold)).as(threshold).isEqualTo(at));
              });
    }
  }

  private static Map<String, Optional<Instant>> reached(AskedGoal goal, Recomputation truth) {
    return AskedGoal.THRESHOLDS.stream()
        .collect(
            Collectors.toMap(Function.identity(), threshold -> reachedAt(goal, threshold, truth)));
  }

  /** It may be left out where nothing changed it. */
  private static void equalRestated(
      ToldProgress told, Optional<BigDecimal> before, Optional<BigDecimal> expected) {
    if (told.json().has("restatedAttainment") || !expected.equals(before)) {
      assertThat(told.number("restatedAttainment"))
          .as("restated")
          .isEqualTo(expected.map(BigDecimal::stripTrailingZeros));
    }
  }

  /** Some milestones are reached on their due dates, some missed, and the rest changed results. */
  void sawEverything(Recomputation then, Recomputation now) {
    List<AskedGoal> timed = goals.stream().filter(goal -> !goal.grows()).toList();
    assertThat(timed).anyMatch(goal -> reachedAt(goal, "0.5", then).isPresent());
    assertThat(timed).anyMatch(goal -> reachedAt(goal, "0.5", then).isEmpty());
    assertThat(goals)
        .anyMatch(goal -> goal.isClosed() && !now.attainment(goal).equals(then.attainment(goal)));
  }

  private static Optional<Instant> reachedAt(
      AskedGoal goal, String threshold, Recomputation truth) {
    return goal.grows() ? truth.reachedAt(goal, threshold) : truth.reachedWhenDue(goal, threshold);
  }
}
