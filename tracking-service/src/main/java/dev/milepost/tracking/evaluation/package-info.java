/**
 * Owns what is kept about how a milestone was reached, one evaluation for each cycle: planned and
 * real date, days early or late, pace, the projection as of the real date and the sales that
 * contributed most; and the manager's notes on it. Does not own milestones: it looks, beside the
 * batches, for those that were reached and not evaluated yet.
 *
 * <p>An evaluation is made by what is recorded when it is made, some two seconds after its
 * milestone was reached, and once more when the milestone's date is corrected. It stays readable
 * when the milestone is reverted; a crossing that is reverted before it was evaluated has none.
 */
@NullMarked
package dev.milepost.tracking.evaluation;

import org.jspecify.annotations.NullMarked;
