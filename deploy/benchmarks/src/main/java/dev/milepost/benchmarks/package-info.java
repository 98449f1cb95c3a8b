/**
 * Speed and memory of tracking-service, measured: the program behind {@code make bench}. What is
 * measured, how, and what the figures do not say, is told in the module's README.
 */
@NullMarked
package dev.milepost.benchmarks;

import org.jspecify.annotations.NullMarked;
