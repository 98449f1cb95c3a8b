package dev.milepost.analytics.leaderboard;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which leaderboard is asked for.
 *
 * @param metric the metric's key
 * @param period the period's label
 * @param by what decides the place
 */
record LeaderboardQuery(
    @Parameter(description = "The metric's key.", required = true, example = "won-revenue")
        @QueryParam("metric")
        @Nullable String metric,
    @Parameter(description = "The period's label.", required = true, example = "2017-Q4")
        @QueryParam("period")
        @Nullable String period,
    @Parameter(description = "What decides the place.")
        @QueryParam("by")
        @DefaultValue("ATTAINMENT")
        RankBy by) {

  LeaderboardQuery {
    require("metric", metric);
    require("period", period);
  }

  Leaderboard board() {
    return new Leaderboard(String.valueOf(metric), String.valueOf(period));
  }

  private static void require(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(name, "required");
    }
  }
}
