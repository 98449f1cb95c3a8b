package dev.milepost.tracking.evaluation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A milestone that was reached.
 *
 * @param goalNo our number of the goal
 * @param threshold attainment to reach
 * @param cycle which crossing of it
 * @param goalVersion version of the goal's target that was in force
 * @param dueAt when it should be reached, an exclusive bound
 * @param reachedAt when it was
 * @param recordedAt when that became known
 */
record Crossed(
    long goalNo,
    BigDecimal threshold,
    int cycle,
    int goalVersion,
    Instant dueAt,
    Instant reachedAt,
    Instant recordedAt) {}
