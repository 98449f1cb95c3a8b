package dev.milepost.tracking.rule;

import dev.milepost.runtime.expression.Condition;

/**
 * A version of a rule, compiled, with the time during which it counts.
 *
 * @param ref which it is
 * @param terms what it says
 * @param condition its condition
 * @param validity the times of the sales it counts for
 */
public record RuleInForce(RuleRef ref, RuleTerms terms, Condition condition, Span validity) {}
