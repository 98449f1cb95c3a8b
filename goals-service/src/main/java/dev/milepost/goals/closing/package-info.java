/**
 * Closing goals: the final result that tracking sends after a goal's days of grace ends the goal.
 *
 * <p>Owns: reading {@code ProgressRecorded}. Does not own the verdict (the goal does) nor progress:
 * records that are not final are none of this service's business.
 */
@NullMarked
package dev.milepost.goals.closing;

import org.jspecify.annotations.NullMarked;
