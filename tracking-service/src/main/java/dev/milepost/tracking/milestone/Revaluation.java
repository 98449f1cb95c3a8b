package dev.milepost.tracking.milestone;

import dev.milepost.tracking.catalogue.TrackedGoal;
import java.time.Instant;

/** Holds what goals ask for against what is booked. */
public interface Revaluation {

  /** Tells where the goal stands, and reaches and reverts its milestones accordingly. */
  void revalue(TrackedGoal goal, Instant now);
}
