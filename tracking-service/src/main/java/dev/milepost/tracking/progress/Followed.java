package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.tracking.pace.Attainment;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.WorkingDays;
import java.time.Instant;

/** A goal and its account. */
record Followed(GoalSnapshot goal, WorkingDays days, Account.State account) {

  Attainment attainment() {
    return Attainment.of(goal, this::path);
  }

  /** Where the goal should be at each moment. */
  ExpectedPath path() {
    return ExpectedPath.of(goal, days);
  }

  boolean isClosed() {
    return account.closedAt() != null;
  }

  /** Whether something came after the close. */
  boolean isRestated() {
    return isClosed() && account.lateEntries() > 0;
  }

  /** The moment its progress is told for: now, but the period's end once it is closed. */
  Instant moment(Instant now) {
    return isClosed() ? goal.period().end() : now;
  }
}
