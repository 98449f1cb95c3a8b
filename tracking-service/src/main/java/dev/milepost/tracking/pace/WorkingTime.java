package dev.milepost.tracking.pace;

import dev.milepost.contract.GoalSnapshot.Profile;
import dev.milepost.contract.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;

/** The working time of one period. */
public final class WorkingTime {
  private final DayProfile profile;

  private WorkingTime(DayProfile profile) {
    this.profile = profile;
  }

  /** That of an owner who works on these days. */
  public static WorkingTime of(Period period, ZoneId zone, WorkingDays days) {
    return new WorkingTime(DayProfile.of(Profile.WORKING_DAYS, period, zone, days, null));
  }

  /** The share of it that lies before the instant, 0 to 1. */
  public BigDecimal shareAt(Instant instant) {
    return profile.shareAt(instant);
  }
}
