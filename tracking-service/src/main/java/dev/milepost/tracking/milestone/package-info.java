/**
 * Owns the milestones of goals: which exist, when they are due, which are reached, and every
 * crossing in either direction. Does not own progress: it is told the value of a goal at the end of
 * each transaction and decides from that state alone. Milestones of goals that time alone may
 * change are tested on their due dates, by the value of that date. Every change of a milestone
 * stays readable with the moment since when it was known.
 */
@NullMarked
package dev.milepost.tracking.milestone;

import org.jspecify.annotations.NullMarked;
