/**
 * Owns the facts: what makes a sales event valid, when two are the same, and the store of all that
 * were taken in. An event is recorded once by (source, id) and never changed. Where a source sends
 * a record again whenever it changes, it also owns which of these events is the version in force.
 * Does not own who is credited for an event, nor records that are no valid sales event (those are
 * in quarantine).
 */
@NullMarked
package dev.milepost.tracking.sale;

import org.jspecify.annotations.NullMarked;
