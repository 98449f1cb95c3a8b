/**
 * Owns the one way in: a batch of sales events from the topic becomes, in one transaction, facts,
 * credits, entries, milestones and everything that is told about them. What cannot be used goes to
 * quarantine with its reason. Owns no rule of its own; it puts the others in order.
 *
 * <p>Two batches are at work in a process, and others in other replicas. They wait for each other
 * but never in a circle, because everyone takes locks in one order: the catalogue (shared), the
 * identities of facts (inserted in the order of source and id), the originals of reversals (in the
 * order of their numbers), the accounts of goals (in the order of theirs), and under an account's
 * lock the rates of sales, lines, who contributed, milestones, outbox rows; and the counts of
 * sources last (in the order of their names). Each step takes its locks in one statement, and
 * nobody goes back to an earlier step. What one goal's events are told in is therefore the order of
 * its account's versions. Back-fill, closing, re-dating and the sweep of reversals keep to the same
 * order; a change of goals or directory takes the catalogue alone.
 */
@NullMarked
package dev.milepost.tracking.recording;

import org.jspecify.annotations.NullMarked;
