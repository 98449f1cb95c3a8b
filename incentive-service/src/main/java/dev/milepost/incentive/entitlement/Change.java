package dev.milepost.incentive.entitlement;

import dev.milepost.contract.Money;
import dev.milepost.incentive.ledger.LedgerKind;
import dev.milepost.incentive.reward.BookedReward;
import org.jspecify.annotations.Nullable;

/** What must be booked so that a reward is what its recipient is entitled to. */
sealed interface Change {

  /** The ledger line's kind. */
  LedgerKind ledgerKind();

  /** What the ledger line adds; absent for what is not money. */
  @Nullable Money booked();

  /**
   * Grants a reward, or changes its amount.
   *
   * @param due what it is to be
   * @param before what it is, when it was booked before
   */
  record Grant(
      Entitlement due, @Nullable BookedReward before, LedgerKind ledgerKind, @Nullable Money booked)
      implements Change {}

  /**
   * Takes a reward back.
   *
   * @param before what it is
   * @param reason why
   */
  record Revoke(BookedReward before, Reason reason, LedgerKind ledgerKind, @Nullable Money booked)
      implements Change {}

  /** Why a reward is taken back. */
  enum Reason {
    MILESTONE_REVERTED,
    NOTHING_EARNED,
    PLAN_CHANGED,
    GOAL_CANCELLED
  }
}
