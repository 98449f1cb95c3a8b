/**
 * Goals: what somebody commits to, from the first draft to the result.
 *
 * <p>Owns: the goal aggregate and its life cycle, the gate a proposal must pass, who may decide
 * about whose goal, revisions, and the published snapshot of every approved goal. Publishes {@code
 * GoalPublished}, {@code GoalRevised}, {@code GoalClosed} and {@code GoalCancelled}, each the whole
 * goal under a version that only grows.
 *
 * <p>Does not own: progress (tracking computes it; {@code closing} brings the result), the metric's
 * definition (a goal holds a frozen copy), the organisation, and what a goal pays.
 */
@NullMarked
package dev.milepost.goals.goal;

import org.jspecify.annotations.NullMarked;
