package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Progress crossed a milestone. Fires exactly once per crossing: when the milestone is reverted and
 * reached again, that is a new cycle.
 *
 * @param milestoneId goal, threshold and cycle: identifies this crossing
 * @param goalId the goal
 * @param goalVersion version of the goal that was in force
 * @param owner the goal's owner
 * @param metric key of the goal's metric
 * @param period label of the goal's period
 * @param threshold attainment that was crossed
 * @param cycle 1 for the first crossing
 * @param dueAt when it was expected
 * @param reachedAt when the sale that crossed it happened; of a level or decreasing goal, whose
 *     milestones are tested on their due dates only, {@code dueAt}
 * @param recordedAt when the crossing was recorded
 * @param actual progress at the end of the transaction that crossed it, in the metric's unit; of a
 *     level or decreasing goal that on the due date
 * @param attainment attainment at that moment; of a level or decreasing goal the share of its whole
 *     way that is done
 * @param sequence last progress line at that moment
 */
public record MilestoneReached(
    String milestoneId,
    String goalId,
    int goalVersion,
    Owner owner,
    String metric,
    String period,
    @Ratio BigDecimal threshold,
    int cycle,
    Instant dueAt,
    Instant reachedAt,
    Instant recordedAt,
    BigDecimal actual,
    @Ratio BigDecimal attainment,
    long sequence)
    implements Event {}
