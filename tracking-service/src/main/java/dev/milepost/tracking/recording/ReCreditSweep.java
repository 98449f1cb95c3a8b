package dev.milepost.tracking.recording;

import dev.milepost.runtime.schedule.FailedWork;
import dev.milepost.tracking.credit.ReCreditingDue;
import dev.milepost.tracking.credit.WaitingChange;
import dev.milepost.tracking.recording.ReCreditChunk.RatesMissing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Drives the crediting of sales anew until none is left: at once when rules changed, and by
 * schedule, which finds changes of memberships a few seconds after they were told, and goes on with
 * whatever a crash or a failure interrupted. A change after which a goal would count a sale by an
 * exchange rate that is not there waits for the rate without holding up the others; the meter
 * {@code milepost.re-crediting.waiting} counts such changes.
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

  /** The rates that changes wait for, since the last round. Only the worker changes it. */
  private volatile Map<WaitingChange, String> waiting = Map.of();

  ReCreditSweep(ReCreditChunk chunk, FailedWork failed, MeterRegistry registry) {
    this.chunk = chunk;
    this.failed = failed;
    registry.gauge(WAITING, this, sweep -> sweep.waiting.size());
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
      Map<WaitingChange, String> waitingNow = new LinkedHashMap<>();
      while (!stopped.get() && next(waitingNow)) {
        LOG.debug("sales were credited anew");
      }
      waitingNow.forEach(this::say);
      waiting = waitingNow;
    } catch (RuntimeException e) {
      failed.say("crediting sales anew", e);
    }
  }

  private boolean next(Map<WaitingChange, String> waitingNow) {
    try {
      return chunk.next(waitingNow.keySet());
    } catch (RatesMissing e) {
      waitingNow.put(e.change(), e.rates());
      return true;
    }
  }

  /** Once per change and rate, not with every round. */
  private void say(WaitingChange change, String rates) {
    if (!rates.equals(waiting.get(change))) {
      LOG.warnf(
          "crediting sales anew waits for an exchange rate: change=%d %s", change.no(), rates);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.set(true);
    worker.close();
  }
}
