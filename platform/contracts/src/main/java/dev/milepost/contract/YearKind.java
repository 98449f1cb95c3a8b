package dev.milepost.contract;

/**
 * What a fiscal year is made of: twelve calendar months, or twelve periods of whole weeks, three to
 * a quarter of 13 weeks, named after their lengths in weeks.
 */
public enum YearKind {
  MONTHS(0, 0),
  WEEKS_4_4_5(4, 4),
  WEEKS_4_5_4(4, 5),
  WEEKS_5_4_4(5, 4);

  private static final int QUARTER = 13;

  private final int first;
  private final int second;

  YearKind(int first, int second) {
    this.first = first;
    this.second = second;
  }

  /** Weeks from the start of the year to the start of a period, counted from 0, in 52 weeks. */
  int weeksBefore(int period) {
    int weeks = period / 3 * QUARTER;
    return switch (period % 3) {
      case 0 -> weeks;
      case 1 -> weeks + first;
      default -> weeks + first + second;
    };
  }
}
