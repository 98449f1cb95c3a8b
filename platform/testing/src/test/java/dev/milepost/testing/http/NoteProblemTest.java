package dev.milepost.testing.http;

import dev.milepost.testing.ProblemCatalogueContract;

class NoteProblemTest extends ProblemCatalogueContract {
  NoteProblemTest() {
    super(NoteProblem.values());
  }
}
