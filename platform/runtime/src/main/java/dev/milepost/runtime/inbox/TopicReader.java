package dev.milepost.runtime.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads one topic: a thread that polls, so that the group keeps us however long a batch takes, and
 * threads that take in what it fetched. Offsets are committed once their batch is taken in; what
 * was in hand when partitions are taken away comes again, to whoever has them then.
 */
final class TopicReader {
  private static final Logger LOG = Logger.getLogger(TopicReader.class);
  private static final int WORKERS = 2;
  private static final Duration POLL = Duration.ofMillis(100);

  /** While a partition is paused, it may be wanted again at any time. */
  private static final Duration POLL_WHILE_FULL = Duration.ofMillis(5);

  private static final Duration BETWEEN_COMMITS = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String topic;
  private final Map<String, Object> settings;
  private final MeterRegistry registry;
  private final Consumer<List<ConsumerRecord<byte[], byte[]>>> work;
  private final WaitingRecords waiting = new WaitingRecords();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running = true;

  /**
   * @param work what is done with the records of a batch; throws only because the process is
   *     stopping
   */
  TopicReader(
      String topic,
      Map<String, Object> settings,
      MeterRegistry registry,
      Consumer<List<ConsumerRecord<byte[], byte[]>>> work) {
    this.topic = topic;
    this.settings = settings;
    this.registry = registry;
    this.work = work;
  }

  void start() {
    for (int worker = 1; worker <= WORKERS; worker++) {
      threads.add(Thread.ofPlatform().daemon().name(topic + "-" + worker).start(this::takeIn));
    }
    threads.add(Thread.ofPlatform().daemon().name(topic + "-poll").start(this::poll));
  }

  /** Ends after the batches in hand, unless they take too long: then they come again. */
  void stop() throws InterruptedException {
    running = false;
    waiting.stop();
    for (Thread thread : threads) {
      thread.join(PATIENCE);
    }
  }

  private void takeIn() {
    try {
      for (var batch = waiting.take(); batch.isPresent(); batch = waiting.take()) {
        takeIn(batch.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeIn(WaitingRecords.Batch batch) throws InterruptedException {
    while (running) {
      try {
        work.accept(batch.records());
        waiting.finished(batch);
        return;
      } catch (RuntimeException | Error e) {
        // Without its threads the topic would stand still, and nobody would notice.
        LOG.warnf(e, "a batch of %s was not taken in", topic);
        Thread.sleep(AFTER_FAILURE);
      }
    }
  }

  private void poll() {
    while (running) {
      try (var consumer =
              new KafkaConsumer<>(
                  settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
          var metrics = new KafkaClientMetrics(consumer)) {
        metrics.bindTo(registry);
        poll(consumer);
      } catch (RuntimeException | Error e) {
        LOG.errorf(e, "reading %s starts over", topic);
        waiting.clear();
        pauseAfterFailure();
      }
    }
  }

  private void poll(KafkaConsumer<byte[], byte[]> consumer) {
    consumer.subscribe(List.of(topic), new Rebalancing(consumer));
    long committedAt = System.nanoTime();
    Set<TopicPartition> full = Set.of();
    while (running) {
      waiting.add(consumer.poll(full.isEmpty() ? POLL : POLL_WHILE_FULL));
      full = pauseFull(consumer);
      if (System.nanoTime() - committedAt > BETWEEN_COMMITS.toNanos()) {
        commit(consumer);
        committedAt = System.nanoTime();
      }
    }
  }

  private Set<TopicPartition> pauseFull(KafkaConsumer<byte[], byte[]> consumer) {
    Set<TopicPartition> full = waiting.full(consumer.assignment());
    Set<TopicPartition> wanted = new HashSet<>(consumer.paused());
    wanted.removeAll(full);
    consumer.pause(full);
    consumer.resume(wanted);
    return full;
  }

  private void commit(KafkaConsumer<byte[], byte[]> consumer) {
    Map<TopicPartition, OffsetAndMetadata> finished = waiting.finished();
    if (finished.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(finished);
      waiting.committed(finished);
    } catch (RetriableException | CommitFailedException e) {
      LOG.warnf("positions in %s are committed later: %s", topic, e.getMessage());
    }
  }

  private static void pauseAfterFailure() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called by the polling thread. */
  private final class Rebalancing implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    Rebalancing(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      // They begin at what is committed.
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      waiting.drop(partitions, PATIENCE);
      commit(consumer);
      waiting.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      waiting.drop(partitions, Duration.ZERO);
      waiting.forget(partitions);
    }
  }
}
