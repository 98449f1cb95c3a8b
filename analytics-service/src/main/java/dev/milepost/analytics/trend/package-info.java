/**
 * How a metric went over time, for one owner or the whole organisation. Owns the fold of measured
 * contributions into one value per period, and growth from period to period. Computed on every read
 * from measures and credits, so it is never out of step with them.
 *
 * <p>A value is the metric's fold over the sales that occurred in the period, weighted by the
 * owner's DIRECT shares: a participant's own, a team's as they rolled up to it, the organisation's
 * all of them. The period itself is the window of a level metric here. Without data there is no
 * value; but a flow metric without sales is 0 from the owner's first sale on until now.
 *
 * <p>Does not own what a sale contributes ({@code measure}) nor whose it is ({@code credit}).
 */
@NullMarked
package dev.milepost.analytics.trend;

import org.jspecify.annotations.NullMarked;
