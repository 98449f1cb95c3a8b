package dev.milepost.runtime.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The outbox' meters: {@code milepost.outbox.cycle} (time of a cycle that sent something), {@code
 * milepost.outbox.records} (sent), {@code milepost.outbox.failures} (cycles started over), {@code
 * milepost.outbox.oldest.age} (age of the oldest row not yet sent), {@code
 * milepost.outbox.deferred} (deferred rows, by where their events came from: memory or store).
 */
@ApplicationScoped
class OutboxMeters {
  private final MeterRegistry registry;
  private final Timer cycle;
  private final Clock clock;
  private volatile @Nullable Instant oldest;

  OutboxMeters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.cycle = registry.timer("milepost.outbox.cycle");
    TimeGauge.builder(
            "milepost.outbox.oldest.age", this, TimeUnit.MILLISECONDS, OutboxMeters::oldestAge)
        .register(registry);
  }

  /** One cycle of the relay. */
  interface Cycle {
    int run() throws SQLException;
  }

  void timed(Cycle work) throws SQLException {
    long start = System.nanoTime();
    int sent = work.run();
    if (sent > 0) {
      cycle.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      registry.counter("milepost.outbox.records").increment(sent);
    }
  }

  void failed() {
    registry.counter("milepost.outbox.failures").increment();
  }

  void deferred(boolean inMemory) {
    registry.counter("milepost.outbox.deferred", "from", inMemory ? "memory" : "store").increment();
  }

  void backlog(@Nullable Instant oldestRow) {
    oldest = oldestRow;
  }

  /** In milliseconds. */
  private double oldestAge() {
    Instant since = oldest;
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis();
  }
}
