/**
 * Whether a sale costs the same however much is stored and however many goals are followed.
 * Measured on a JVM that is warm, in slices that are waited for to the end, of all sizes in turn.
 */
@NullMarked
package dev.milepost.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
