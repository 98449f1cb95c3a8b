/**
 * What is measured with: a sales force, its goals, and any number of sales, each of which follows
 * from its number alone; and what must come out of them.
 */
@NullMarked
package dev.milepost.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
