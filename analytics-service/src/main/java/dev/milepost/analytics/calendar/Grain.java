package dev.milepost.analytics.calendar;

/** The sizes of period that tile all of time. */
public enum Grain {
  DAY,
  WEEK,
  MONTH,
  QUARTER,
  YEAR
}
