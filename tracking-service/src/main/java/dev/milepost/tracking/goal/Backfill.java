package dev.milepost.tracking.goal;

import dev.milepost.runtime.schedule.FailedWork;
import dev.milepost.tracking.goal.BackfillChunk.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drives back-fills until none is left: at once when a goal was taken in, and by schedule, which
 * goes on with whatever a crash or a failure interrupted. A goal that lacks an exchange rate waits
 * for it without holding up the others; the meter {@code milepost.backfill.waiting} counts such
 * goals.
 */
@ApplicationScoped
class Backfill {
  private static final Logger LOG = Logger.getLogger(Backfill.class);

  private static final String WAITING = "milepost.backfill.waiting";

  private final BackfillChunk chunk;
  private final FailedWork failed;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "milepost-backfill"));
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Goals that wait for an exchange rate, since the last round. Only the worker changes it. */
  private volatile Map<Long, Waiting> waiting = Map.of();

  Backfill(BackfillChunk chunk, FailedWork failed, MeterRegistry registry) {
    this.chunk = chunk;
    this.failed = failed;
    registry.gauge(WAITING, this, backfill -> backfill.waiting.size());
  }

  @Scheduled(
      every = "${milepost.sweep.backfill:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void wakeUp() {
    if (!stopped.get()) {
      worker.execute(this::run);
    }
  }

  private void run() {
    try {
      Map<Long, Waiting> waitingNow = new LinkedHashMap<>();
      while (!stopped.get() && chunk.next(waitingNow)) {
        LOG.debug("a chunk of credits was back-filled");
      }
      waitingNow.forEach(this::say);
      waiting = waitingNow;
    } catch (RuntimeException e) {
      failed.say("back-fill", e);
    }
  }

  /** Once per goal and rate, not with every round. */
  private void say(long goalNo, Waiting waits) {
    if (!waits.equals(waiting.get(goalNo))) {
      LOG.warnf(
          "back-fill waits for an exchange rate: goalId=%s %s", waits.goalId(), waits.rates());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    worker.close();
  }
}
