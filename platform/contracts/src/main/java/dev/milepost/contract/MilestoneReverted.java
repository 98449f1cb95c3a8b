package dev.milepost.contract;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress fell below a milestone that had been reached, while the goal was open.
 *
 * @param milestoneId the crossing that no longer holds
 * @param goalId the goal
 * @param owner the goal's owner
 * @param threshold attainment that is no longer reached
 * @param cycle the crossing's number
 * @param revertedAt when the fact that took it back was recorded
 * @param actual progress now, in the metric's unit; of a level or decreasing goal that on the
 *     milestone's due date, absent when a level has no value any more
 * @param attainment attainment now; of a level or decreasing goal the share of its whole way that
 *     was done on the due date
 * @param sequence last progress line at that moment
 */
public record MilestoneReverted(
    String milestoneId,
    String goalId,
    Owner owner,
    @Ratio BigDecimal threshold,
    int cycle,
    Instant revertedAt,
    @Nullable BigDecimal actual,
    @Nullable @Ratio BigDecimal attainment,
    long sequence)
    implements Event {}
