/** The arithmetic of measured figures. */
@NullMarked
package dev.milepost.benchmarks.report;

import org.jspecify.annotations.NullMarked;
