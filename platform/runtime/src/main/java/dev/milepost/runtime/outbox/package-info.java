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
 * broker refuses the older producer. That is all the transactions are for, so one holds what is
 * sent in half a second; consumers read uncommitted, because a record that is sent twice does no
 * harm.
 *
 * <p>A transaction that makes many events true defers them: its row only names them, and the
 * process that wrote it keeps the finished events in memory. If that process holds the relay's
 * lock, it sends them from there when the row's turn comes; if another does, or if it died after
 * the commit, the relay lets the service make them again from its own tables ({@link
 * dev.milepost.runtime.outbox.DeferredEvents}). Everything else is as for any row: one sequence,
 * sent in the order of identity, deleted after the acknowledgement. So memory decides nothing but
 * the time that sending takes. It is bounded, and empty wherever the relay is not at work; what
 * does not fit is read back.
 *
 * <p>What is made again has the same id and the same data. Of a key of which only the newest event
 * matters the newest may be told early, in place of older ones: what came after it has rows of its
 * own, that are sent later, so that a compacted topic ends with the newest. The trace header of an
 * event is lost with the memory, and the direct cause may be that of the newest.
 *
 * <p>Does not own what is published, nor its meaning.
 */
@NullMarked
package dev.milepost.runtime.outbox;

import org.jspecify.annotations.NullMarked;
