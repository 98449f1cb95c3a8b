package dev.milepost.tracking.progress;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a goal's entries fold to.
 *
 * @param actual the value, in the metric's unit, without what came late; null while a level has
 *     none
 * @param attainment how much of the way is done; null while there is none
 * @param restated attainment with what came after the close; null when nothing did, or there is
 *     none
 * @param sample of a level: how many events its value rests on; null for a flow
 */
record Measured(
    @Nullable BigDecimal actual,
    @Nullable BigDecimal attainment,
    @Nullable BigDecimal restated,
    @Nullable Long sample) {}
