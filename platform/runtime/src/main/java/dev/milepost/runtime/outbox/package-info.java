/**
 * Owns the way out: an event is written to the outbox in the transaction that makes it true, and a
 * relay sends it after the commit, once or (after a crash) more often, but never not at all.
 *
 * <p>Order: rows leave in the order of their identity. Identity order is not commit order, so
 * whoever needs the events of one key in order takes the row lock of that key (goal, participant,
 * plan) before appending. Events of different keys are unordered.
 *
 * <p>One relay per database is active, by an advisory lock on a connection of its own. It deletes a
 * row only after the broker has acknowledged it and keeps no high-water mark. A relay that lost its
 * lock without noticing is fenced: all relays of a service share one transactional id, and the
 * broker refuses the older producer. That is all the transactions are for; consumers read
 * uncommitted, because a record that is sent twice does no harm.
 *
 * <p>Does not own what is published, nor its meaning.
 */
@NullMarked
package dev.milepost.runtime.outbox;

import org.jspecify.annotations.NullMarked;
