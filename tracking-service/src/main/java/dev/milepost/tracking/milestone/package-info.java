/**
 * Owns the milestones of goals: which exist, when they are due, which are reached, and every
 * crossing in either direction. Does not own progress: it is told the value of a goal at the end of
 * each transaction and decides from that state alone.
 */
@NullMarked
package dev.milepost.tracking.milestone;

import org.jspecify.annotations.NullMarked;
