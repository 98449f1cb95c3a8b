package dev.milepost.benchmarks.latency;

/**
 * From publishing a sale to consuming the milestone it reached.
 *
 * @param ratePerSecond sales published in a second, as measured
 * @param seconds for how long, after the warm-up
 * @param milestones how many were reached by these sales
 * @param p50Millis half of them took no longer
 * @param p99Millis 99 % of them took no longer
 * @param longestMillis none took longer
 */
public record LatencyResult(
    double ratePerSecond,
    int seconds,
    int milestones,
    double p50Millis,
    double p99Millis,
    double longestMillis) {}
