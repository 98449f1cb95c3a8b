/**
 * Metrics: what is measured, and how sales events become a number.
 *
 * <p>Owns: the definition of metrics and the rules that keep every one of them computable (its
 * expressions compile, its parts fit its aggregation). A definition never changes: a change is a
 * new version, and what was published stays readable. Publishes {@code MetricDefined} with all
 * versions.
 *
 * <p>Does not own: the expression language (the runtime does) and the computing (tracking and
 * analytics do).
 *
 * <p>{@link dev.milepost.goals.metric.Metrics} is the entrance for other features.
 */
@NullMarked
package dev.milepost.goals.metric;

import org.jspecify.annotations.NullMarked;
