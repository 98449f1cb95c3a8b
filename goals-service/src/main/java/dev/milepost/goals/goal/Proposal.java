package dev.milepost.goals.goal;

import java.time.Instant;

/**
 * A goal put before whoever decides.
 *
 * @param by who proposed it
 * @param at when
 * @param acceptBy until when the owner is asked alone; from then on the next manager up may decide
 */
public record Proposal(Person by, Instant at, Instant acceptBy) {}
