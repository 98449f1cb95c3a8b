/**
 * Owns what became of sales events: one outcome for each, with the goals it counted for and, for
 * every goal it did not count for, the first condition that failed; and the account of everything
 * that was received, per source and day. Owns no table: reasons are found when somebody asks, from
 * what the others recorded.
 *
 * <p>{@code Outcomes.OF_EVENT} is the one place that tells outcomes of recorded events apart; the
 * answer about one event and the account of a day both use it.
 */
@NullMarked
package dev.milepost.tracking.outcome;

import org.jspecify.annotations.NullMarked;
