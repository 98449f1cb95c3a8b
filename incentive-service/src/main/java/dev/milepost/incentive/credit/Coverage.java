package dev.milepost.incentive.credit;

import java.math.BigDecimal;

/**
 * What is known of the credits behind a goal's progress.
 *
 * @param lines how many of its progress lines have been told
 * @param total what they add up to, in the metric's unit
 */
public record Coverage(long lines, BigDecimal total) {}
