package dev.milepost.goals.goal;

import static dev.milepost.goals.goal.GoalState.ACTIVE;
import static dev.milepost.goals.goal.GoalState.APPROVED;
import static dev.milepost.goals.goal.GoalState.CANCELLED;
import static dev.milepost.goals.goal.GoalState.CLOSED;
import static dev.milepost.goals.goal.GoalState.COUNTERED;
import static dev.milepost.goals.goal.GoalState.DRAFT;
import static dev.milepost.goals.goal.GoalState.PROPOSED;
import static dev.milepost.goals.goal.GoalState.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoalStateTest {
  private static final Map<GoalState, Set<GoalState>> LEGAL =
      Map.of(
          DRAFT, EnumSet.of(PROPOSED, CANCELLED),
          PROPOSED, EnumSet.of(COUNTERED, REJECTED, APPROVED, CANCELLED),
          COUNTERED, EnumSet.of(PROPOSED, CANCELLED),
          REJECTED, EnumSet.of(DRAFT, CANCELLED),
          APPROVED, EnumSet.of(ACTIVE, CLOSED, CANCELLED),
          ACTIVE, EnumSet.of(CLOSED, CANCELLED),
          CLOSED, EnumSet.noneOf(GoalState.class),
          CANCELLED, EnumSet.noneOf(GoalState.class));

  @ParameterizedTest
  @EnumSource
  void goesOnlyWhereItMay(GoalState state) {
    Set<GoalState> reachable =
        EnumSet.allOf(GoalState.class).stream()
            .filter(state::canTransitionTo)
            .collect(Collectors.toSet());

    assertThat(reachable).isEqualTo(LEGAL.get(state));
  }
}
