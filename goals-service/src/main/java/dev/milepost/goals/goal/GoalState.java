package dev.milepost.goals.goal;

/** Where a goal is in its life, and where it may go from there. */
public enum GoalState {
  /** Being written. The only state in which everything may be changed. */
  DRAFT,
  /** Waits for the word of whoever decides. */
  PROPOSED,
  /** Answered with another target; waits for the proposer. */
  COUNTERED,
  /** Turned down; becomes a draft again when it is edited. */
  REJECTED,
  /** Agreed; its period has not begun. */
  APPROVED,
  /** Agreed and running. */
  ACTIVE,
  /** Over, with a result. */
  CLOSED,
  /** Given up, with a reason. */
  CANCELLED;

  /** Whether a goal may go from here to there in one step. */
  public boolean canTransitionTo(GoalState next) {
    return switch (this) {
      case DRAFT -> next == PROPOSED || next == CANCELLED;
      case PROPOSED ->
          next == COUNTERED || next == REJECTED || next == APPROVED || next == CANCELLED;
      case COUNTERED -> next == PROPOSED || next == CANCELLED;
      case REJECTED -> next == DRAFT || next == CANCELLED;
      case APPROVED -> next == ACTIVE || next == CLOSED || next == CANCELLED;
      case ACTIVE -> next == CLOSED || next == CANCELLED;
      case CLOSED, CANCELLED -> false;
    };
  }

  /** Whether the goal is agreed and not over: what it asks for changes by revision alone. */
  boolean isInForce() {
    return this == APPROVED || this == ACTIVE;
  }
}
