package dev.milepost.goals.directory;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import dev.milepost.runtime.versioning.IfMatch;
import java.util.Optional;

/** What {@code If-Match} means where one request may create or replace. */
final class IfMatches {
  private IfMatches() {}

  /** Replacing needs the version that is replaced; creating must name none. */
  static void check(IfMatch ifMatch, Optional<Long> current) {
    if (current.isPresent()) {
      ifMatch.requireMatch(current.get());
    } else if (ifMatch.header() != null) {
      throw ProblemException.of(CommonProblem.STALE_VERSION);
    }
  }
}
