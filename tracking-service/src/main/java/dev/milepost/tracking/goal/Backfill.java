package dev.milepost.tracking.goal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drives back-fills until none is left: at once when a goal was taken in, and by schedule, which
 * goes on with whatever a crash or a failure interrupted.
 */
@ApplicationScoped
class Backfill {
  private static final Logger LOG = Logger.getLogger(Backfill.class);

  private final BackfillChunk chunk;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "milepost-backfill"));
  private final AtomicBoolean stopped = new AtomicBoolean();

  Backfill(BackfillChunk chunk) {
    this.chunk = chunk;
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
      while (!stopped.get() && chunk.next()) {
        LOG.debug("a chunk of credits was back-filled");
      }
    } catch (RuntimeException e) {
      LOG.warn("back-fill is tried again", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    worker.close();
  }
}
