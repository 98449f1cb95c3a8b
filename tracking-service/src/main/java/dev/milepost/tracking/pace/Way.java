package dev.milepost.tracking.pace;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Direction;

/** The kinds of way that a goal may have to its target. */
public enum Way {
  /** A sum that should grow: from 0 to the target. */
  GROWING_FLOW,
  /** A sum that should stay smaller than it was: from the baseline down to the target. */
  SHRINKING_FLOW,
  /** A level that should move, up or down: from the baseline to the target. */
  LEVEL;

  /** The way of goals on this metric. */
  public static Way of(MetricVersion metric) {
    if (!metric.aggregation().isFlow()) {
      return LEVEL;
    }
    return metric.direction() == Direction.INCREASE ? GROWING_FLOW : SHRINKING_FLOW;
  }

  /** Whether it begins at a baseline that has to be given. */
  public boolean needsBaseline() {
    return this != GROWING_FLOW;
  }

  /**
   * Whether attainment may change without a sale, because time goes on: a window moves, or more is
   * foreseen. Milestones of such goals are tested on their due dates only.
   */
  public boolean isTimed() {
    return this != GROWING_FLOW;
  }
}
