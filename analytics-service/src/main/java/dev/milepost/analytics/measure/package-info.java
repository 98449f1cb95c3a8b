/**
 * What each sale contributes to each metric. Owns the sales events and metrics as told, and for the
 * newest version of each metric the measured contribution of every sale, once. Does not own whose
 * sale it is (credits say that) nor how contributions fold into a number ({@code trend}).
 *
 * <p>Every sale is measured for every metric, whichever of the two arrives first. A batch of sales
 * holds a {@linkplain dev.milepost.analytics.measure.MeasuringLock lock} shared from before it
 * reads the metrics until it commits; a new metric version commits under the same lock held
 * exclusively, and notes the last sale there is. At that moment no batch is under way, so the sales
 * up to that one are all committed, and every later one is stored by a batch that sees the new
 * version: the former are measured afterwards, chunk by chunk, the latter by their batch, none by
 * neither. Where a chunk ended is committed with its measures, so a crash repeats nothing and skips
 * nothing.
 *
 * <p>A sale that is told again with other content takes the place of the one known, and is measured
 * anew, as long as nobody was credited for it: then tracking has set aside what was told first.
 * From the first credit on it stays as it is.
 *
 * <p>Events in: sales events, MetricDefined. Events out: none.
 */
@NullMarked
package dev.milepost.analytics.measure;

import org.jspecify.annotations.NullMarked;
