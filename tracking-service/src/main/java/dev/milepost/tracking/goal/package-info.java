/**
 * Owns the life of a goal as tracking sees it: it is taken in from its topic, back-filled from the
 * credits that were there before it, re-valued when it is revised, looked at when time alone may
 * have changed where it stands, judged against what is expected of it, dated anew when the days
 * change on which its owner works or when it is known how the owner's way went on in comparable
 * periods, and closed when its grace is over. What a goal asks for belongs to goals-service; what
 * is booked to it, to {@code progress}.
 */
@NullMarked
package dev.milepost.tracking.goal;

import org.jspecify.annotations.NullMarked;
