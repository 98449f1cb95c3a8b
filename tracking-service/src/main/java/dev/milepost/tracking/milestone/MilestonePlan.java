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
   * if the version no longer names them; open ones are dated anew, or go when it does not. Cycle
   * counts are kept, so that no crossing ever gets an id that was used before.
   */
  static List<Milestone> of(GoalSnapshot goal, Collection<Milestone> existing) {
    ExpectedPath path = ExpectedPath.of(goal);
    Map<BigDecimal, Milestone> planned = new TreeMap<>();
    planned.put(BigDecimal.ONE, open(BigDecimal.ONE, false, path.dueAt(BigDecimal.ONE)));
    for (GoalSnapshot.Milestone named : goal.current().milestones()) {
      Instant given = named.dueAt();
      Instant dueAt = given == null ? path.dueAt(named.threshold()) : given;
      planned.put(named.threshold(), open(named.threshold(), true, dueAt));
    }
    for (Milestone old : existing) {
      planned.compute(old.threshold(), (threshold, fresh) -> merged(old, fresh));
    }
    return List.copyOf(planned.values());
  }

  private static Milestone merged(Milestone old, @Nullable Milestone fresh) {
    if (old.crossing() != null) {
      boolean declared = old.declared() || (fresh != null && fresh.declared());
      return new Milestone(old.threshold(), declared, old.dueAt(), old.cycle(), old.crossing());
    }
    return fresh == null
        ? new Milestone(old.threshold(), false, old.dueAt(), old.cycle(), null)
        : new Milestone(old.threshold(), fresh.declared(), fresh.dueAt(), old.cycle(), null);
  }

  private static Milestone open(BigDecimal threshold, boolean declared, Instant dueAt) {
    return new Milestone(threshold, declared, dueAt, 0, null);
  }
}
