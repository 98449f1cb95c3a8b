package dev.milepost.tracking.progress;

/** How an entry came about. */
public enum Kind {
  /** A sale as it arrived. */
  LIVE,
  /** A credit that was there before the goal was. */
  BACKFILL,
  /** Something taken back. */
  REVERSAL,
  /** Anything that arrived when the goal's grace was over, or came after its close. */
  TRUE_UP
}
