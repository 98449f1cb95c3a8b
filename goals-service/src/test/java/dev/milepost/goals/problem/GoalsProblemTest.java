package dev.milepost.goals.problem;

import dev.milepost.testing.ProblemCatalogueContract;

class GoalsProblemTest extends ProblemCatalogueContract {
  GoalsProblemTest() {
    super(GoalsProblem.values());
  }
}
