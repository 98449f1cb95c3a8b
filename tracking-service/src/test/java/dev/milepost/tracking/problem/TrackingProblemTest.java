package dev.milepost.tracking.problem;

import dev.milepost.testing.ProblemCatalogueContract;

class TrackingProblemTest extends ProblemCatalogueContract {
  TrackingProblemTest() {
    super(TrackingProblem.values());
  }
}
