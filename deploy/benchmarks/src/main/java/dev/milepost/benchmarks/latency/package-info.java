/** How long it takes from publishing a sale until a consumer has the milestone that it reached. */
@NullMarked
package dev.milepost.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
