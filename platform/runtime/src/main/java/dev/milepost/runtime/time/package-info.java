/**
 * Owns the only two places where time and ids come from: the {@link java.time.Clock} bean and
 * {@link dev.milepost.runtime.time.Ids}. Everything else takes an instant or an id as a parameter.
 */
@NullMarked
package dev.milepost.runtime.time;

import org.jspecify.annotations.NullMarked;
