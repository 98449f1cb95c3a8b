/**
 * What became of the goals. Owns this service's copies of goals, their progress and the rewards
 * granted for them: of each the newest version told, whatever the order of arrival. Does not own
 * how any of them is computed.
 *
 * <p>Events in: GoalPublished, GoalRevised, GoalClosed, GoalCancelled; ProgressRecorded;
 * RewardGranted, RewardRevoked. Events out: none.
 */
@NullMarked
package dev.milepost.analytics.goal;

import org.jspecify.annotations.NullMarked;
