package dev.milepost.goals.goal;

import dev.milepost.runtime.event.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entrance for the final result of a goal. */
@ApplicationScoped
public class GoalClosing {
  private final GoalStore store;
  private final Clock clock;

  GoalClosing(GoalStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Closes a goal with its final result, within the transaction in progress; a goal that is closed
   * or cancelled stays as it is.
   *
   * @param attainment how much of the way was done; absent when there is no value
   * @param actual the value reached, in the metric's unit
   * @return whether there is such a goal
   */
  @Transactional(TxType.MANDATORY)
  public boolean close(
      UUID goalId, @Nullable BigDecimal attainment, @Nullable BigDecimal actual, Cause cause) {
    Instant now = clock.instant();
    return store.change(goalId, cause, goal -> goal.close(attainment, actual, now)).isPresent();
  }
}
