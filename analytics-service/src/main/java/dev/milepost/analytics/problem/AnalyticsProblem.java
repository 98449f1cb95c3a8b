package dev.milepost.analytics.problem;

import dev.milepost.runtime.problem.ProblemType;

/** Every problem type of this service's own. The slug is part of the API and never changes. */
public enum AnalyticsProblem implements ProblemType {
  /** No metric has this key. */
  METRIC_UNKNOWN("metric-unknown", 404),
  /** No participant has a goal of the metric in this period. */
  LEADERBOARD_UNKNOWN("leaderboard-unknown", 404);

  private final String slug;
  private final int status;

  AnalyticsProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
