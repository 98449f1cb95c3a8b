/**
 * Owns what is known of the systems that send sales events: what each has sent so far, and what it
 * says of its own completeness.
 *
 * <p>A source <b>declares a watermark</b>: everything that occurred before this instant has been
 * sent. A watermark only rises; sales-ops may correct one that was declared too high. It is
 * <b>complete</b> once everything is taken in that had arrived when it was declared: what is sent
 * is not yet counted. A source that declares nothing has no watermark; none is guessed.
 *
 * <p>A goal is complete until the least of these over the sources that made entries of it and
 * declare watermarks; while no source made any, over all that declare.
 *
 * <p>Does not own the events themselves ({@code sale}), nor whether one is late: that is for the
 * goal's account to say, by the event's arrival.
 */
@NullMarked
package dev.milepost.tracking.source;

import org.jspecify.annotations.NullMarked;
