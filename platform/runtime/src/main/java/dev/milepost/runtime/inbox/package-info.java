/**
 * Owns the way in: a batch of records from a topic becomes events, one database transaction takes
 * in their effects, and what cannot be used is set aside with its reason instead of standing in the
 * way.
 *
 * <p>A consumer names its channel and what to do with a batch:
 *
 * <pre>{@code
 * @Incoming("goals")
 * @Blocking
 * void consume(ConsumerRecords<byte[], byte[]> records) {
 *   inbox.consume(records, Reading.STATE, goals::apply);
 * }
 * }</pre>
 *
 * <p>with the channel configured as {@code mp.messaging.incoming.goals.topic=milepost.goals.v1};
 * every other setting of a channel (bytes, batches, no CloudEvents parsing, group) is shared and
 * comes with this module.
 *
 * <p>Facts that many send at any rate come by {@link dev.milepost.runtime.inbox.Intake} instead of
 * a channel, from the topic that {@code milepost.intake.topic} names: {@code
 * intake.read(recording::record)} when the service starts.
 *
 * <p>Order of things: read all records → open a transaction → call the handler → write quarantine
 * rows and their copies for the dead-letter topic → commit → only then are offsets committed.
 * Trouble with the database is retried for as long as it lasts and so stops consumption; it never
 * skips. A batch that fails for what it contains is taken in record by record, and the record that
 * fails alone is quarantined.
 *
 * <p>What must not happen before everything that had arrived is taken in, by whichever replica, is
 * held back by {@link dev.milepost.runtime.inbox.Arrivals}.
 *
 * <p>Does not own what an event means; handlers do.
 */
@NullMarked
package dev.milepost.runtime.inbox;

import org.jspecify.annotations.NullMarked;
