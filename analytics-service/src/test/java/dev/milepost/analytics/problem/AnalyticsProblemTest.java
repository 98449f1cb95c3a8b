package dev.milepost.analytics.problem;

import dev.milepost.testing.ProblemCatalogueContract;

class AnalyticsProblemTest extends ProblemCatalogueContract {
  AnalyticsProblemTest() {
    super(AnalyticsProblem.values());
  }
}
