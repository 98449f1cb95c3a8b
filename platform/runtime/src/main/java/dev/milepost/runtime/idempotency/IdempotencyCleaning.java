package dev.milepost.runtime.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets the keys that need not be known any more. */
@ApplicationScoped
class IdempotencyCleaning {
  private static final Duration KEPT = Duration.ofHours(24);

  private final IdempotencyStore store;
  private final Clock clock;

  IdempotencyCleaning(IdempotencyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "1m", identity = "idempotency-cleaning")
  void clean() {
    store.forget(clock.instant().minus(KEPT));
  }
}
