package dev.milepost.tracking.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What new versions of one entity lead to. Order is by version, not by arrival: the highest is in
 * force, and whatever came before or comes after it does not count.
 *
 * @param inForce the version in force from now on
 * @param superseded the versions that are not, as far as that was decided now
 */
record Succession(Version inForce, List<Superseded> superseded) {

  /**
   * A version that does not count.
   *
   * @param eventNo the event that told it
   * @param byNo the event that told the version in force
   * @param wasInForce whether it counted until now
   */
  record Superseded(long eventNo, long byNo, boolean wasInForce) {}

  /**
   * Decides on versions that arrived.
   *
   * @param known the version in force before; null for the first of an entity
   * @param arrived in order of arrival, at least one
   */
  static Succession of(@Nullable Version known, List<Version> arrived) {
    Version arrivedHighest = highest(arrived);
    Version inForce = known == null || arrivedHighest.supersedes(known) ? arrivedHighest : known;
    List<Superseded> superseded = new ArrayList<>();
    if (known != null && !known.equals(inForce)) {
      superseded.add(new Superseded(known.eventNo(), inForce.eventNo(), true));
    }
    for (Version version : arrived) {
      if (!version.equals(inForce)) {
        superseded.add(new Superseded(version.eventNo(), inForce.eventNo(), false));
      }
    }
    return new Succession(inForce, superseded);
  }

  /** The highest of the versions, the first of equal ones. */
  static Version highest(List<Version> arrived) {
    return arrived.stream()
        .reduce((one, later) -> later.supersedes(one) ? later : one)
        .orElseThrow();
  }
}
