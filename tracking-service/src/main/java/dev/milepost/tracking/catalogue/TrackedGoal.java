package dev.milepost.tracking.catalogue;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.event.Cause;
import java.time.Instant;

/**
 * A goal as it counts.
 *
 * @param no our own number of it
 * @param snapshot the goal as last told
 * @param measure its metric, compiled
 * @param effect the cause of what follows from the goal itself rather than from a sale
 */
public record TrackedGoal(long no, GoalSnapshot snapshot, Measure measure, Cause effect) {

  /** Whether a credit of this type at this time may count. */
  public boolean takes(CreditType type, Instant occurredAt) {
    return snapshot.period().contains(occurredAt) && snapshot.creditTypes().contains(type);
  }

  /** The goal's id in the suite. */
  public String goalId() {
    return snapshot.goalId();
  }
}
