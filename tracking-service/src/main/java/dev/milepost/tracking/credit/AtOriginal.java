package dev.milepost.tracking.credit;

import dev.milepost.tracking.sale.Original;
import java.util.List;
import java.util.Set;

/**
 * Where a share of a return stands with metrics that count returns in the original's period.
 *
 * @param original the event that the return names
 * @param teams the teams that the participant's sales rolled up to when that occurred; none for an
 *     OVERLAY share
 */
public record AtOriginal(Original original, List<String> teams) {

  /** Whether it is the same place, in whatever order the teams are told. */
  boolean isSame(AtOriginal other) {
    return original.no() == other.original.no()
        && Set.copyOf(teams).equals(Set.copyOf(other.teams));
  }
}
