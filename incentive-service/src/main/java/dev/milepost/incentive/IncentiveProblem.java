package dev.milepost.incentive;

import dev.milepost.runtime.problem.ProblemType;

/** The problems that only incentive knows. */
public enum IncentiveProblem implements ProblemType {
  /** The plan has a draft already; there is at most one. */
  DRAFT_EXISTS("plan-draft-exists", 409),
  /** Only a draft can be rewritten or activated, and the plan has none. */
  NO_DRAFT("plan-without-draft", 409),
  /** Nobody approves what they wrote. */
  OWN_DRAFT("plan-own-draft", 403),
  /** The verification found faults; see the violations. */
  FAULTY_DRAFT("plan-faulty", 422);

  private final String slug;
  private final int status;

  IncentiveProblem(String slug, int status) {
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
