package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.EventReader;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.FailureKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes in batches of records, see the package. */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int TRANSACTION_SECONDS = 300;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration REMINDER = Duration.ofMinutes(1);

  private final Quarantine quarantine;
  private final ConsumptionSpans spans;
  private final InboxMeters meters;
  private final CatchUp catchUp;
  private volatile boolean running = true;

  Inbox(Quarantine quarantine, ConsumptionSpans spans, InboxMeters meters, CatchUp catchUp) {
    this.quarantine = quarantine;
    this.spans = spans;
    this.meters = meters;
    this.catchUp = catchUp;
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  /**
   * Takes in all records, or throws only because the process is stopping.
   *
   * @param records one poll of the channel
   * @param reading how they are read
   * @param handler what is made of them
   */
  public void consume(
      ConsumerRecords<byte[], byte[]> records, Reading reading, BatchHandler handler) {
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(records.count());
    records.forEach(batch::add);
    consume(batch, reading, handler);
  }

  /** The same with records that came otherwise, in order per partition. */
  void consume(List<ConsumerRecord<byte[], byte[]>> batch, Reading reading, BatchHandler handler) {
    if (reading == Reading.INTAKE) {
      awaitState();
    }
    insistOn(batch, reading, handler);
  }

  /** A service that starts on a broker full of records must not judge facts by half a hierarchy. */
  private void awaitState() {
    String told = null;
    long toldAt = 0;
    for (String obstacle = obstacle(); obstacle != null; obstacle = obstacle()) {
      if (!obstacle.equals(told) || System.nanoTime() - toldAt > REMINDER.toNanos()) {
        LOG.warnf("facts wait for the state that they are judged by: %s", obstacle);
        told = obstacle;
        toldAt = System.nanoTime();
      }
      pause(Duration.ofMillis(200));
    }
  }

  private @Nullable String obstacle() {
    try {
      return catchUp.isDone() ? null : "not yet caught up with " + catchUp.topics();
    } catch (CatchUp.BrokerAway e) {
      return "the broker does not answer";
    } catch (CatchUp.BrokerRefuses e) {
      return "the broker refuses " + catchUp.topics() + ": " + e.getMessage();
    }
  }

  private void insistOn(
      List<ConsumerRecord<byte[], byte[]>> batch, Reading reading, BatchHandler handler) {
    boolean alone = batch.size() == 1;
    try {
      insist(
          failure -> FailureKind.isPassing(failure) || alone && FailureKind.isExhaustion(failure),
          () -> takeIn(batch, reading, handler));
    } catch (UnusableBatch e) {
      if (alone) {
        LOG.errorf(e, "record set aside: %s", Quarantine.origin(batch.getFirst()));
        insist(always -> true, () -> inTransaction(() -> quarantine.failed(batch.getFirst())));
      } else {
        batch.forEach(record -> insistOn(List.of(record), reading, handler));
      }
    }
  }

  /**
   * Runs the work until it succeeds, however long its trouble takes to pass. What left this method
   * in another way would end the channel for good, and nobody would notice.
   */
  private void insist(Predicate<Throwable> passing, Runnable work) {
    Duration pause = Duration.ofMillis(100);
    while (true) {
      try {
        work.run();
        return;
      } catch (RuntimeException | Error e) {
        if (!passing.test(e)) {
          throw new UnusableBatch(e);
        }
        LOG.warnf("batch is tried again in %s: %s", pause, e);
        meters.retried();
        pause(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void takeIn(
      List<ConsumerRecord<byte[], byte[]>> batch, Reading reading, BatchHandler handler) {
    List<EventReader.Reading> readings = batch.stream().map(EventReader::read).toList();
    try (ConsumptionSpans.Batch traced = spans.start(readings)) {
      BatchOutcome outcome =
          meters.timed(
              () -> inTransaction(() -> takeIn(batch, readings, traced, reading, handler)));
      meters.took(batch.getFirst().topic(), outcome);
    }
  }

  private BatchOutcome takeIn(
      List<ConsumerRecord<byte[], byte[]>> batch,
      List<EventReader.Reading> readings,
      ConsumptionSpans.Batch traced,
      Reading reading,
      BatchHandler handler) {
    List<ReceivedEvent> known = traced.events();
    List<Rejection> rejections = known.isEmpty() ? List.of() : handler.handle(known);
    int unreadable = quarantine.unreadable(batch, readings, reading == Reading.INTAKE);
    quarantine.rejected(rejections);
    return new BatchOutcome(
        known.size() - rejections.size(),
        batch.size() - known.size() - unreadable,
        unreadable + rejections.size());
  }

  private static void inTransaction(Runnable work) {
    QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(work);
  }

  private static <T> T inTransaction(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(work);
  }

  private void pause(Duration pause) {
    if (!running) {
      throw new IllegalStateException("stopping: the batch will be delivered again");
    }
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopping: the batch will be delivered again", e);
    }
  }

  /** The batch fails for what it contains, not for the state of the database. */
  private static final class UnusableBatch extends RuntimeException {
    UnusableBatch(Throwable cause) {
      super(cause);
    }
  }
}
