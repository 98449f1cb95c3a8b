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
 * the replicas, then sends whatever there is each time a commit wakes it, and now and then ends the
 * broker's transaction and deletes what was sent in it. Whatever fails, it starts over after a
 * pause: the rows are still there.
 */
@ApplicationScoped
class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);

  /** More rows do not wait for the end of a transaction. */
  private static final int MOST_SENT = 1_000;

  private final DataSource dataSource;
  private final OutboxProducer producer;
  private final Deferred deferred;
  private final OutboxConfig config;
  private final OutboxMeters meters;
  private volatile boolean running = true;
  private @Nullable Thread thread;

  /** When the broker's transaction was opened; of use while rows are sent and not deleted. */
  private long openedAt;

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
        rows.awaitAppend(rows.sent() == 0 ? config.patience() : min(config.patience(), open()));
      }
      // Stopping interrupts what waits; what was sent is not to be sent again.
      var unused = Thread.interrupted();
      settle(rows);
    } finally {
      deferred.sending(false);
      rows.unlock();
    }
  }

  private void sendAll(OutboxRows rows) throws SQLException {
    Instant oldest;
    do {
      if (rows.sent() == 0) {
        openedAt = System.nanoTime();
      }
      meters.timed(() -> rows.send(config.batchSize(), producer::send));
      if (rows.sent() >= MOST_SENT || open().compareTo(Duration.ofMillis(1)) < 0) {
        settle(rows);
      }
      oldest = rows.oldest();
      meters.backlog(oldest);
      pause = SHORTEST_PAUSE;
    } while (running && oldest != null);
  }

  /** How long the transaction may still be open. */
  private Duration open() {
    return config.transaction().minusNanos(System.nanoTime() - openedAt);
  }

  /** Ends the broker's transaction and deletes the rows that were sent in it. */
  private void settle(OutboxRows rows) throws SQLException {
    if (rows.sent() > 0) {
      producer.commit();
      rows.delete();
    }
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
