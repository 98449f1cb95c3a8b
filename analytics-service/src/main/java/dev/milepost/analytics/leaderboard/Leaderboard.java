package dev.milepost.analytics.leaderboard;

/**
 * The identity of a leaderboard.
 *
 * @param metric key of the metric
 * @param period label of the period
 */
record Leaderboard(String metric, String period) {}
