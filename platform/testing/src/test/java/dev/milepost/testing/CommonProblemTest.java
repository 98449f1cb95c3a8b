package dev.milepost.testing;

import dev.milepost.runtime.problem.CommonProblem;

class CommonProblemTest extends ProblemCatalogueContract {
  CommonProblemTest() {
    super("common-problems", CommonProblem.values());
  }
}
