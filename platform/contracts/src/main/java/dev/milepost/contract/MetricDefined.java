package dev.milepost.contract;

import java.util.List;

/**
 * A metric with all its versions.
 *
 * @param key the metric's key, e.g. {@code won-revenue}
 * @param version the newest version; counts up with every change
 * @param versions every version ever defined, oldest first
 */
public record MetricDefined(String key, int version, List<MetricVersion> versions)
    implements Event {

  /** The definition in force. */
  public MetricVersion latest() {
    return versions.getLast();
  }
}
