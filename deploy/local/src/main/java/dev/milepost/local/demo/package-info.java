/**
 * The demo: a year of a real sales pipeline, told to the suite the way a company would.
 *
 * <p>Owns: reading the CRM data set and saying what is wrong in it, the organisation, metrics,
 * goals and incentive plan made from it, the replay of a quarter's deals, and the closing table.
 * Every step may be repeated: what is there already is left as it is, so a demo that was
 * interrupted goes on where it stopped.
 *
 * <p>Not its business: starting anything. It speaks HTTP and Kafka like any other system, with the
 * tokens of the people it acts for.
 *
 * <p>{@link dev.milepost.local.demo.WonRevenue} computes from the files alone what the suite must
 * arrive at; tests compare.
 */
@NullMarked
package dev.milepost.local.demo;

import org.jspecify.annotations.NullMarked;
