package dev.milepost.tracking.milestone;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.tracking.pace.ExpectedPath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The milestones that a goal should have, given those it has. */
final class MilestonePlan {
  private MilestonePlan() {}

  /**
   * The milestones of the version in force, by rising threshold. Reached ones stay as they are even
   * if the version no longer names them; open ones are dated anew, or go when it does not, and so
   * are those that were crossed while no version named them. Cycle counts are kept, so that no
   * crossing ever gets an id that was used before.
   */
  static List<Milestone> of(GoalSnapshot goal, ExpectedPath path, Collection<Milestone> existing) {
    Map<BigDecimal, Milestone> known = new TreeMap<>();
    existing.forEach(old -> known.put(old.threshold(), old));
    Map<BigDecimal, Milestone> planned = new TreeMap<>();
    planned.put(BigDecimal.ONE, fresh(BigDecimal.ONE, false, path, known.get(BigDecimal.ONE)));
    for (GoalSnapshot.Milestone named : goal.current().milestones()) {
      BigDecimal threshold = named.threshold();
      Instant given = named.dueAt();
      planned.put(
          threshold,
          given == null
              ? fresh(threshold, true, path, known.get(threshold))
              : Milestone.open(threshold, true, given));
    }
    known.forEach((threshold, old) -> planned.compute(threshold, (t, fresh) -> merged(old, fresh)));
    return List.copyOf(planned.values());
  }

  private static Milestone fresh(
      BigDecimal threshold, boolean declared, ExpectedPath path, @Nullable Milestone old) {
    Instant dueAt = old == null ? path.dueAt(threshold) : path.dueAt(threshold, old.dueAt());
    return Milestone.open(threshold, declared, dueAt);
  }

  private static Milestone merged(Milestone old, @Nullable Milestone fresh) {
    boolean declared = fresh != null && fresh.declared();
    if (old.crossing() != null && (old.declared() || !declared)) {
      return old;
    }
    return old.planned(declared, fresh == null ? old.dueAt() : fresh.dueAt());
  }
}
