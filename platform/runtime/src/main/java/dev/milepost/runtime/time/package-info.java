/**
 * Owns the only two places where time and ids come from: the {@link java.time.Clock} bean and
 * {@link dev.milepost.runtime.time.Ids}. Everything else takes an instant or an id as a parameter.
 * What the broker stamps on records is read by {@link dev.milepost.runtime.time.BrokerTime}.
 */
@NullMarked
package dev.milepost.runtime.time;

import org.jspecify.annotations.NullMarked;
