package dev.milepost.tracking.exchange;

import dev.milepost.runtime.problem.ProblemType;

/** The problems of exchange rates. */
enum ExchangeProblem implements ProblemType {
  /** A rate lacks something or has it in the wrong form; see the violations. */
  INVALID_EXCHANGE_RATE("invalid-exchange-rate", 400),
  /** What was sent is no table of rates at all. */
  UNREADABLE_RATE_TABLE("unreadable-rate-table", 400);

  private final String slug;
  private final int status;

  ExchangeProblem(String slug, int status) {
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
