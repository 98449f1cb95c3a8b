package dev.milepost.analytics.leaderboard;

/** What decides the place. */
enum RankBy {
  /** The value so far; for a metric of which less is better, the lowest stands first. */
  ACTUAL("CASE direction WHEN 'DECREASE' THEN -actual ELSE actual END"),
  /** The part of the goal that is done. */
  ATTAINMENT("attainment");

  private final String score;

  RankBy(String score) {
    this.score = score;
  }

  /** The SQL expression that is highest for the first place; null without data. */
  String score() {
    return score;
  }
}
