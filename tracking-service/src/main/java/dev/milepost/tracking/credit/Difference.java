package dev.milepost.tracking.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a sale from being credited as it should be.
 *
 * @param obsolete credits in force that should not be
 * @param missing shares that no credit in force stands for
 */
record Difference(List<InForce> obsolete, List<Share> missing) {
  private static final Difference NONE = new Difference(List.of(), List.of());

  /**
   * Holds a sale's credits against what it is to be credited to. A sale of which nothing is left
   * stays as it is: whoever it was credited to, it counts for nobody.
   */
  static Difference of(List<InForce> inForce, List<Share> wanted) {
    if (inForce.stream().allMatch(credit -> credit.left().left().signum() == 0)) {
      return NONE;
    }
    List<Share> missing = new ArrayList<>(wanted);
    List<InForce> obsolete = new ArrayList<>();
    for (InForce credit : inForce) {
      int met = first(missing, credit);
      if (met < 0) {
        obsolete.add(credit);
      } else {
        missing.remove(met);
      }
    }
    return new Difference(obsolete, missing);
  }

  boolean isNone() {
    return obsolete.isEmpty() && missing.isEmpty();
  }

  private static int first(List<Share> shares, InForce credit) {
    for (int i = 0; i < shares.size(); i++) {
      if (stands(credit, shares.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The version of the rule does not matter: one that says the same makes the same credit. */
  private static boolean stands(InForce credit, Share share) {
    Compensation left = credit.left();
    return left.participantId().equals(share.participantId())
        && left.type() == share.type()
        && left.share().compareTo(share.part()) == 0
        && Objects.equals(credit.ruleKey(), share.rule() == null ? null : share.rule().key())
        && Set.copyOf(left.teams()).equals(Set.copyOf(share.teams()))
        && stands(left.atOriginal(), share.atOriginal());
  }

  private static boolean stands(@Nullable AtOriginal credited, @Nullable AtOriginal wanted) {
    return credited == null || wanted == null ? credited == wanted : credited.isSame(wanted);
  }
}
