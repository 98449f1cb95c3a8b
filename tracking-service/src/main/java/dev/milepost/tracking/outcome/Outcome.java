package dev.milepost.tracking.outcome;

/** What became of a sales event. Every event that is known has exactly one. */
public enum Outcome {
  /** Recorded, and some goal counted it. */
  COUNTED,
  /** Recorded and credited, and no goal counted it. */
  NOWHERE,
  /** Recorded, and wholly taken back since. */
  REVERSED,
  /** A version of a record that another version is in force instead of. */
  SUPERSEDED,
  /** A reversal that took something back. */
  APPLIED,
  /** A reversal whose original has not arrived. */
  WAITING,
  /** A reversal that changed nothing. */
  WITHOUT_EFFECT,
  /** Taken in over HTTP or sent again from quarantine, and on its way through the topic. */
  ACCEPTED,
  /** Set aside. */
  QUARANTINED
}
