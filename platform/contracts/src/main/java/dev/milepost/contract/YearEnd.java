package dev.milepost.contract;

/**
 * Where a fiscal year of weeks ends: always on the same weekday, the one before the calendar's
 * first day of the week. The two rules are those of 26 CFR 1.441-2(a)(1)(iii).
 */
public enum YearEnd {
  /** The last such day in the month before the fiscal year's first, so up to six days early. */
  LAST_WEEKDAY,
  /** The one nearest to the last day of that month, so up to three days early or late. */
  NEAREST_WEEKDAY
}
