package dev.milepost.contract;

/** The sizes of period that tile all of time. */
public enum Grain {
  DAY,
  WEEK,
  /** A month of the fiscal year: a calendar month, or a period of whole weeks. */
  MONTH,
  QUARTER,
  YEAR
}
