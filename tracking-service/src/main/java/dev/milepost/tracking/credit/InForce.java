package dev.milepost.tracking.credit;

import org.jspecify.annotations.Nullable;

/**
 * A credit that was not voided.
 *
 * @param left what is left of it
 * @param ruleKey the rule that it was made by; null when the sale itself says who sold
 */
record InForce(Compensation left, @Nullable String ruleKey) {}
