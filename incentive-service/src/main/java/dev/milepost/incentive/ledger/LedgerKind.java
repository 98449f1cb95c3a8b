package dev.milepost.incentive.ledger;

/** What a ledger line does. */
public enum LedgerKind {
  /** Grants something, or more of it. */
  EARNING,
  /** Corrects what was booked to what progress or plan now say. */
  ADJUSTMENT,
  /**
   * Takes back a milestone reward: the milestone no longer holds, the goal was cancelled, or a new
   * plan version does not grant it.
   */
  CLAWBACK
}
