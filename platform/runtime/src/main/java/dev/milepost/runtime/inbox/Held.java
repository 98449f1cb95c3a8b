package dev.milepost.runtime.inbox;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.inbox.Arrivals.Mark;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to do that is held back until everything is taken in that had arrived on a topic when
 * it was found. It lives in memory only: who looks for it again finds it again.
 */
public final class Held<T> {
  private final Arrivals arrivals;
  private final Topic topic;
  private @Nullable Waiting<T> waiting;

  Held(Arrivals arrivals, Topic topic) {
    this.arrivals = arrivals;
    this.topic = topic;
  }

  private record Waiting<T>(T found, Mark mark) {}

  /**
   * What was found by an earlier call or now, once the topic is taken in up to where it ended then.
   * Nothing else is looked for before that.
   *
   * @param next looks for something; what arrived before it looks is waited for
   */
  public synchronized Optional<T> release(Supplier<Optional<T>> next) {
    if (waiting == null) {
      waiting =
          next.get()
              .flatMap(found -> arrivals.mark(topic).map(mark -> new Waiting<>(found, mark)))
              .orElse(null);
    }
    if (waiting == null || !arrivals.isTakenIn(waiting.mark())) {
      return Optional.empty();
    }
    T released = waiting.found();
    waiting = null;
    return Optional.of(released);
  }
}
