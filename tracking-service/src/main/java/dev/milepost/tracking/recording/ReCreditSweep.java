package dev.milepost.tracking.recording;

import dev.milepost.tracking.credit.ReCreditingDue;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drives the crediting of sales anew until none is left: at once when rules or hierarchy changed,
 * and by schedule, which goes on with whatever a crash or a failure interrupted.
 */
@ApplicationScoped
class ReCreditSweep {
  private static final Logger LOG = Logger.getLogger(ReCreditSweep.class);

  private final ReCreditChunk chunk;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "milepost-re-crediting"));
  private final AtomicBoolean stopped = new AtomicBoolean();

  ReCreditSweep(ReCreditChunk chunk) {
    this.chunk = chunk;
  }

  void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReCreditingDue due) {
    sweep();
  }

  @Scheduled(
      every = "${milepost.sweep.re-crediting:2s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    if (!stopped.get()) {
      worker.execute(this::run);
    }
  }

  private void run() {
    try {
      while (!stopped.get() && chunk.next()) {
        LOG.debug("sales were credited anew");
      }
    } catch (RuntimeException e) {
      LOG.warn("crediting sales anew is tried again", e);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    worker.close();
  }
}
