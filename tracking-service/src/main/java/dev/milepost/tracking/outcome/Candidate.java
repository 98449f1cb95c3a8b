package dev.milepost.tracking.outcome;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A goal that might have counted a sale: its owner was credited, or the credit rolled up to it.
 *
 * @param goal the goal
 * @param backfilledTo credits up to this number are in
 * @param backfillMark credits above this number came after the goal
 */
record Candidate(TrackedGoal goal, long backfilledTo, long backfillMark) {

  /** Those of a sale's credits that are the owner's. */
  List<Credit> own(Collection<Credit> credits) {
    Owner owner = goal.snapshot().owner();
    return credits.stream().filter(credit -> credit.concerns(owner, goal.returns())).toList();
  }

  /** Whether the back-fill has not come to one of these credits. */
  boolean isStillToCome(Collection<Credit> credits) {
    return credits.stream().anyMatch(c -> c.no() > backfilledTo && c.no() <= backfillMark);
  }

  static Set<CreditType> types(Collection<Credit> credits) {
    return credits.stream().map(Credit::type).collect(Collectors.toSet());
  }
}
