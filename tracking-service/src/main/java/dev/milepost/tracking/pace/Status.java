package dev.milepost.tracking.pace;

/** How a goal stands against what was expected of it by now. */
public enum Status {
  /** There is no value yet. */
  NO_DATA,
  /** Less than a tenth of the way is expected yet, so a comparison would mean nothing. */
  TOO_EARLY,
  OFF_TRACK,
  AT_RISK,
  ON_TRACK,
  AHEAD,
  /** Attainment is 1 or more. */
  TARGET_REACHED
}
