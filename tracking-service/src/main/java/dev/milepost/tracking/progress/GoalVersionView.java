package dev.milepost.tracking.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.tracking.progress.GoalHistory.KnownVersion;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of what a goal asks for.
 *
 * @param version 1 for the one that was approved first
 * @param knownAt when tracking learned of it, and began to measure by its target
 * @param effectiveFrom from when on it shapes expected progress
 * @param baseline where the goal starts; absent when it has none
 * @param target what is committed to
 * @param reason why it took the place of the version before; absent on the first
 * @param author who wrote it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoalVersionView(
    int version,
    Instant knownAt,
    Instant effectiveFrom,
    @Nullable BigDecimal baseline,
    BigDecimal target,
    @Nullable String reason,
    String author) {

  static GoalVersionView of(KnownVersion known) {
    Version version = known.version();
    return new GoalVersionView(
        version.version(),
        known.since(),
        version.effectiveFrom(),
        version.baseline(),
        Decimals.shortest(version.target()),
        version.reason(),
        version.author());
  }
}
