package dev.milepost.goals.goal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks for, in the metric's unit: an absolute value, or growth over the baseline. All
 * parts may be missing while a goal is being written.
 *
 * @param baseline where it starts
 * @param absolute the value to reach; absent when growth is given
 * @param growthPercent growth over the baseline in percent: 10 means baseline × 1.10
 * @param stretch what would be outstanding
 */
public record Target(
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal absolute,
    @Nullable BigDecimal growthPercent,
    @Nullable BigDecimal stretch) {

  /**
   * The value to reach, exact: {@code absolute}, or {@code baseline × (1 + growthPercent / 100)};
   * absent while neither can be told.
   */
  @JsonIgnore
  public @Nullable BigDecimal value() {
    if (absolute != null) {
      return absolute;
    }
    if (baseline == null || growthPercent == null) {
      return null;
    }
    BigDecimal factor = BigDecimal.ONE.add(growthPercent.movePointLeft(2));
    return plain(baseline.multiply(factor, MathContext.UNLIMITED));
  }

  /** The same start and outstanding value with another value to reach. */
  Target withAbsolute(BigDecimal value) {
    return new Target(baseline, value, null, stretch);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
