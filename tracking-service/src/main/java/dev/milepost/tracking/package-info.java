/**
 * The tracking service: takes in sales events, credits them, and follows every goal as they happen.
 *
 * <p>Features, each importing only those before it: {@code problem} (what clients are refused
 * with), {@code pace} (how far a goal should be), {@code sale} (facts, what makes one valid, its
 * identity), {@code source} (who sends them, and until when they are complete), {@code rule}
 * (crediting rules), {@code catalogue} (goals, metrics, rules in force and hierarchy that crediting
 * reads), {@code exchange} (rates, amounts in other currencies), {@code credit} (who a sale counts
 * for, reversals, crediting anew), {@code milestone} (crossings), {@code evaluation} (how
 * milestones were reached), {@code progress} (entries, accumulators, back-fill, closing), {@code
 * recording} (one batch of sales events in one transaction), {@code intake} (events over HTTP),
 * {@code quarantine} (what was set aside, put right, sent again) and {@code outcome} (what became
 * of every event).
 */
@NullMarked
package dev.milepost.tracking;

import org.jspecify.annotations.NullMarked;
