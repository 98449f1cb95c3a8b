package dev.milepost.runtime.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The thread that takes committed rows out of the outbox to the broker. It waits for its turn among
 * the replicas, then sends whatever there is each time a commit wakes it. Whatever fails, it starts
 * over after a pause: the rows are still there.
 */
@ApplicationScoped
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  private final DataSource dataSource;
  private final OutboxProducer producer;
  private final Deferred deferred;
  private final OutboxConfig config;
  private final OutboxMeters meters;
  private volatile boolean running = true;
  private @Nullable Thread thread;

  /** How long to wait after the next failure; only the relay's own thread knows it. */
  private Duration pause = SHORTEST_PAUSE;

  OutboxRelay(
      DataSource dataSource,
      OutboxProducer producer,
      Deferred deferred,
      OutboxConfig config,
      OutboxMeters meters) {
    this.dataSource = dataSource;
    this.producer = producer;
    this.deferred = deferred;
    this.config = config;
    this.meters = meters;
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
    producer.close();
  }

  private void run() {
    while (running) {
      try (Connection connection = dataSource.getConnection()) {
        relay(new OutboxRows(connection, deferred));
      } catch (Throwable e) {
        // Whatever it is: without this thread nothing would leave the service any more.
        meters.failed();
        if (running) {
          tell(e);
          startOver();
          sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(100)));
          pause = min(pause.multipliedBy(2), config.longestBackoff());
        }
      }
    }
  }

  private static void tell(Throwable failure) {
    if (failure instanceof SQLException || failure instanceof KafkaException) {
      LOG.warnf("outbox relay starts over: %s", failure.getMessage());
    } else {
      LOG.error("outbox relay starts over", failure);
    }
  }

  private void startOver() {
    try {
      producer.close();
    } catch (RuntimeException e) {
      LOG.warnf("outbox producer was not closed: %s", e.getMessage());
    }
  }

  /** Waits for the lock, then relays until something fails or the process stops. */
  private void relay(OutboxRows rows) throws SQLException {
    while (running && !rows.tryLock()) {
      sleep(config.patience());
    }
    try {
      rows.listen();
      deferred.sending(true);
      while (running) {
        sendAll(rows);
        rows.awaitAppend(config.patience());
      }
    } finally {
      deferred.sending(false);
      rows.unlock();
    }
  }

  private void sendAll(OutboxRows rows) throws SQLException {
    Instant oldest;
    do {
      meters.timed(() -> rows.takeBatch(config.batchSize(), producer::send));
      oldest = rows.oldest();
      meters.backlog(oldest);
      pause = SHORTEST_PAUSE;
    } while (running && oldest != null);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
