package dev.milepost.tracking.intake;

import dev.milepost.runtime.problem.ProblemType;

/** The problems that tracking has of its own. */
public enum TrackingProblem implements ProblemType {
  /** A sales event of this source and id is known with other content. */
  CONFLICTING_SALES_EVENT("conflicting-sales-event", 409),
  /** The sales event breaks a rule; see the violations. */
  INVALID_SALES_EVENT("invalid-sales-event", 400),
  /** The batch is larger than is taken at once. */
  INVALID_BATCH("invalid-batch", 400);

  private final String slug;
  private final int status;

  TrackingProblem(String slug, int status) {
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
