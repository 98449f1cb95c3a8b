/**
 * How fast a backlog of sales is taken in, from a cold start, and at what cost; beside it the
 * floor, the same rows written inside the database; and whether the sums are right.
 */
@NullMarked
package dev.milepost.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
