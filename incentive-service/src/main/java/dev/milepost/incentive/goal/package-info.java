/**
 * What incentive knows of goals: a projection of the goals, progress and milestones topics.
 *
 * <p>Owns: {@link dev.milepost.incentive.goal.GoalStanding}, one row per goal, and the lock on it
 * under which everything that a goal pays is decided. Owns no rule about pay.
 *
 * <p>Events in: GoalPublished, GoalRevised, GoalClosed, GoalCancelled, ProgressRecorded,
 * MilestoneReached, MilestoneReverted. Events out: none.
 */
@NullMarked
package dev.milepost.incentive.goal;

import org.jspecify.annotations.NullMarked;
