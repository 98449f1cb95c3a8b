/**
 * Who stands where among the participants with a goal of the same metric and period. Owns the
 * ranking (places 1, 2, 2, 4; who has no data has no place) and which leaderboards are published.
 *
 * <p>An unpublished leaderboard shows a rep the own row, a manager the sub-tree, sales-ops and
 * finance all; a published one shows everybody all rows. A place is the place among all
 * participants, whoever reads it. Rewards appear in the rows of those whose rewards the reader may
 * see, published or not.
 *
 * <p>Does not own goals, progress and rewards ({@code goal}).
 */
@NullMarked
package dev.milepost.analytics.leaderboard;

import org.jspecify.annotations.NullMarked;
