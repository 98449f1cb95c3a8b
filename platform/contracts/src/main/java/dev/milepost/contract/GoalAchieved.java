package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A goal's target was reached: the crossing of attainment 1. Whether a level or decreasing goal is
 * achieved is decided when it is closed.
 *
 * @param milestoneId the crossing of attainment 1 that says so
 * @param goalId the goal
 * @param owner the goal's owner
 * @param metric key of the goal's metric
 * @param period label of the goal's period
 * @param achievedAt when the sale that did it happened; of a level or decreasing goal the period's
 *     end
 * @param actual progress at that moment, in the metric's unit
 * @param attainment attainment at that moment
 */
public record GoalAchieved(
    String milestoneId,
    String goalId,
    Owner owner,
    String metric,
    String period,
    Instant achievedAt,
    BigDecimal actual,
    @Ratio BigDecimal attainment)
    implements Event {}
