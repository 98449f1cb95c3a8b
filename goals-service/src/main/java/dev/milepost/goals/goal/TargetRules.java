package dev.milepost.goals.goal;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a target must be so that attainment of it can be told. It depends on the way that the metric
 * goes: a sum that should grow goes from 0 to its target; a sum that should shrink, and a level in
 * either direction, go from a baseline to a target on the better side of it.
 */
final class TargetRules {
  private TargetRules() {}

  /**
   * Everything that is wrong with a target; empty when nothing is.
   *
   * @param metric the metric; null while it is not known, which is somebody else's finding
   */
  static List<Finding> findings(Target target, @Nullable MetricVersion metric) {
    return Stream.of(ofTarget(target, metric), ofStretch(target, metric))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> ofTarget(Target target, @Nullable MetricVersion metric) {
    BigDecimal value = target.value();
    BigDecimal baseline = target.baseline();
    if (target.growthPercent() != null && baseline == null) {
      return finding("/baseline", "baseline-missing");
    }
    if (metric == null || isGrowing(metric)) {
      return value == null || value.signum() <= 0
          ? finding("/target", "target-not-positive")
          : Optional.empty();
    }
    if (baseline == null) {
      return finding("/baseline", "baseline-needed");
    }
    if (value == null) {
      return finding("/target", "target-missing");
    }
    return isBetter(value, baseline, metric)
        ? Optional.empty()
        : finding(
            "/target",
            isUpward(metric) ? "target-not-above-baseline" : "target-not-below-baseline");
  }

  private static Optional<Finding> ofStretch(Target target, @Nullable MetricVersion metric) {
    BigDecimal value = target.value();
    BigDecimal stretch = target.stretch();
    return value == null || stretch == null || isBetter(stretch, value, metric)
        ? Optional.empty()
        : finding(
            "/stretch", isUpward(metric) ? "stretch-not-above-target" : "stretch-not-below-target");
  }

  private static boolean isGrowing(MetricVersion metric) {
    return metric.aggregation().isFlow() && isUpward(metric);
  }

  private static boolean isBetter(
      BigDecimal value, BigDecimal other, @Nullable MetricVersion metric) {
    int more = value.compareTo(other);
    return isUpward(metric) ? more > 0 : more < 0;
  }

  private static boolean isUpward(@Nullable MetricVersion metric) {
    return metric == null || metric.direction() == Direction.INCREASE;
  }

  private static Optional<Finding> finding(String pointer, String code) {
    return Optional.of(Finding.of(pointer, code));
  }
}
