package dev.milepost.goals.calendar;

/** The sizes of period that tile all of time. */
public enum Grain {
  YEAR,
  QUARTER,
  MONTH,
  WEEK
}
