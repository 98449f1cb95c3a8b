package dev.milepost.tracking.goal;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Arrivals;
import dev.milepost.runtime.inbox.CatchUp;
import dev.milepost.runtime.inbox.Held;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Closes goals whose grace is over, each once, when everything is taken in that had arrived by
 * then. While what was told of them is not read up to where it stood at the start, a revision may
 * lie ahead and nothing is closed.
 */
@ApplicationScoped
class Closing {
  private final DueGoals goals;
  private final CatchUp catchUp;
  private final Held<List<Long>> due;

  Closing(DueGoals goals, CatchUp catchUp, Arrivals arrivals) {
    this.goals = goals;
    this.catchUp = catchUp;
    this.due = arrivals.holdingBack(Topic.SALES_EVENTS);
  }

  @Scheduled(every = "${milepost.sweep.closing:5s}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    // Asked outside of the transaction: a broker that is away keeps us waiting.
    if (catchUp.isCaughtUp()) {
      due.release(this::some).ifPresent(goals::close);
    }
  }

  private Optional<List<Long>> some() {
    List<Long> some = goals.some();
    return some.isEmpty() ? Optional.empty() : Optional.of(some);
  }
}
