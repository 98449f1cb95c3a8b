package dev.milepost.incentive;

import dev.milepost.testing.ProblemCatalogueContract;

class IncentiveProblemTest extends ProblemCatalogueContract {
  IncentiveProblemTest() {
    super(IncentiveProblem.values());
  }
}
