package dev.milepost.tracking.recording;

import dev.milepost.runtime.schedule.FailedWork;
import dev.milepost.tracking.credit.ReCreditingDue;
import dev.milepost.tracking.recording.ReCreditChunk.RatesMissing;
import io.micrometer.core.instrument.MeterRegistry;
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
 * and by schedule, which goes on with whatever a crash or a failure interrupted. When a goal would
 * count a sale by an exchange rate that is not there, it waits for the rate; the meter {@code
 * milepost.re-crediting.waiting} is 1 meanwhile.
 */
@ApplicationScoped
class ReCreditSweep {
  private static final Logger LOG = Logger.getLogger(ReCreditSweep.class);

  private static final String WAITING = "milepost.re-crediting.waiting";

  private final ReCreditChunk chunk;
  private final FailedWork failed;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "milepost-re-crediting"));
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Exchange rates that it waits for; empty when for none. Only the worker changes it. */
  private volatile String waitsFor = "";

  ReCreditSweep(ReCreditChunk chunk, FailedWork failed, MeterRegistry registry) {
    this.chunk = chunk;
    this.failed = failed;
    registry.gauge(WAITING, this, sweep -> sweep.waitsFor.isEmpty() ? 0 : 1);
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
      waitsFor = "";
    } catch (RatesMissing e) {
      waitFor(e.rates());
    } catch (RuntimeException e) {
      failed.say("crediting sales anew", e);
    }
  }

  /** Says it once, not with every round. */
  private void waitFor(String rates) {
    if (!rates.equals(waitsFor)) {
      LOG.warnf("crediting sales anew waits for an exchange rate: %s", rates);
      waitsFor = rates;
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    worker.close();
  }
}
