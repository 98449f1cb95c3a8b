package dev.milepost.incentive.goal;

import static dev.milepost.incentive.goal.GoalFixture.GOAL_ID;
import static dev.milepost.incentive.goal.GoalFixture.goal;
import static dev.milepost.incentive.goal.GoalFixture.progress;
import static dev.milepost.incentive.goal.GoalFixture.reached;
import static dev.milepost.incentive.goal.GoalFixture.reverted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GoalStandingPropertiesTest {
  private static final List<UnaryOperator<GoalStanding>> FACTS =
      List.of(
          standing -> standing.with(goal(1)),
          standing -> standing.with(goal(2)),
          standing -> standing.with(progress(1, "20000")),
          standing -> standing.with(progress(2, "60000")),
          standing -> standing.with(progress(3, "40000")),
          standing -> standing.with(reached("0.25", 1)),
          standing -> standing.with(reached("0.5", 1)),
          standing -> standing.with(reverted("0.5", 1)),
          standing -> standing.with(reached("0.5", 2)));

  @Property
  void anyOrderAndAnyRepetitionOfTheFactsGivesTheSameStanding(
      @ForAll("arrivals") List<UnaryOperator<GoalStanding>> arrivals) {
    assertThat(told(arrivals)).isEqualTo(told(FACTS));
  }

  @Provide
  Arbitrary<List<UnaryOperator<GoalStanding>>> arrivals() {
    Arbitrary<List<UnaryOperator<GoalStanding>>> repeated =
        Arbitraries.of(FACTS).list().ofMaxSize(9);
    return repeated.flatMap(
        again -> Arbitraries.shuffle(Stream.concat(FACTS.stream(), again.stream()).toList()));
  }

  private static GoalStanding told(List<UnaryOperator<GoalStanding>> facts) {
    GoalStanding standing = GoalStanding.unknown(GOAL_ID);
    for (UnaryOperator<GoalStanding> fact : facts) {
      standing = fact.apply(standing);
    }
    return standing;
  }
}
