package dev.milepost.tracking.problem;

import dev.milepost.runtime.problem.ProblemType;

/** The problems that tracking has of its own. */
public enum TrackingProblem implements ProblemType {
  /** A sales event of this source and id is known with other content. */
  CONFLICTING_SALES_EVENT("conflicting-sales-event", 409),
  /** The sales event breaks a rule; see the violations. */
  INVALID_SALES_EVENT("invalid-sales-event", 400),
  /** The batch is larger than is taken at once. */
  INVALID_BATCH("invalid-batch", 400),
  /** A crediting rule that cannot be evaluated, or contradicts itself; see the violations. */
  CREDIT_RULE_INVALID("credit-rule-invalid", 422),
  /** A crediting rule with this key is there already. */
  CREDIT_RULE_EXISTS("credit-rule-exists", 409),
  /** No version of the crediting rule waits for being activated. */
  CREDIT_RULE_NOT_PROPOSED("credit-rule-not-proposed", 409),
  /** The crediting rule never credited anything, so there is nothing to end. */
  CREDIT_RULE_NOT_ACTIVE("credit-rule-not-active", 409),
  /** Nobody activates a crediting rule that they wrote themselves. */
  OWN_CREDIT_RULE("own-credit-rule", 403),
  /** A higher watermark of this source is known. */
  WATERMARK_MOVES_BACK("watermark-moves-back", 409),
  /** The goal was not known yet at the moment that is asked about. */
  GOAL_NOT_KNOWN_THEN("goal-not-known-then", 404);

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
