/**
 * Owns the ledger of every goal: which credits count for it and how much, the entries that say so,
 * the accumulators that are their fold, and what is told about it.
 *
 * <p>An entry is made once per (goal, credit, revision) and never changed. Writing to a goal's
 * ledger means holding the row lock of its account; accounts are locked in the order of their
 * numbers. Entries made after the goal was closed are kept apart (TRUE_UP), so the closed result
 * stays and the restated one stands beside it.
 *
 * <p>The fold of a flow's entries is kept in its account. That of a level's is made of the entries
 * in its window whenever it is asked for, since the window moves with time. Keys that are counted
 * once are kept per goal; for metrics that ask whether a key was ever seen before, so are all
 * sightings, anybody's.
 *
 * <p>Entries are only ever added, and so is what is kept of goals and milestones as they were
 * known. Hence what was believed at a moment can be told later: it is the fold of what was recorded
 * up to then, held against the goal as it was known then.
 *
 * <p>While a goal is being back-filled, entries are made but nothing is told and no milestone is
 * tested: a part of the past is not the goal's progress.
 */
@NullMarked
package dev.milepost.tracking.progress;

import org.jspecify.annotations.NullMarked;
