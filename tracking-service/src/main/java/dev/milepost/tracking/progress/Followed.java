package dev.milepost.tracking.progress;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.pace.Attainment;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A goal and its account. */
record Followed(
    GoalSnapshot goal, WorkingDays days, @Nullable SeasonalCurve season, Account.State account) {

  static Followed of(TrackedGoal goal, Account.State account) {
    return new Followed(goal.snapshot(), goal.days(), goal.season(), account);
  }

  Attainment attainment() {
    return Attainment.of(goal, this::path);
  }

  /** Where the goal should be at each moment. */
  ExpectedPath path() {
    return ExpectedPath.of(goal, days, season);
  }

  /** The profile that its path follows: there may be no curve of the past. */
  Profile profile() {
    return goal.profile() == Profile.SEASONAL && season == null
        ? Profile.WORKING_DAYS
        : goal.profile();
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
