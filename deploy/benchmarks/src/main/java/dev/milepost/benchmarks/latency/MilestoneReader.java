package dev.milepost.benchmarks.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import dev.milepost.benchmarks.stage.Broker;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A consumer of milestones that notes when it gets them. */
final class MilestoneReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, byte[]> consumer;
  private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean running = true;

  private MilestoneReader(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().daemon().name("milestones").unstarted(this::read);
  }

  /**
   * A milestone that arrived.
   *
   * @param milestone what was told
   * @param nanos when, by {@link System#nanoTime}
   */
  record Received(MilestoneReached milestone, long nanos) {}

  /** Reads from now on. */
  static MilestoneReader start(Broker broker) {
    MilestoneReader reader = new MilestoneReader(broker.reader(broker.end(Topic.MILESTONES)));
    reader.thread.start();
    return reader;
  }

  private void read() {
    while (running) {
      var records = consumer.poll(POLL);
      long nanos = System.nanoTime();
      for (ConsumerRecord<String, byte[]> record : records) {
        String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
        if (type.equals(EventType.MILESTONE_REACHED.typeName())) {
          received.add(new Received(milestone(record), nanos));
        }
      }
    }
    consumer.close();
  }

  private static MilestoneReached milestone(ConsumerRecord<String, byte[]> record) {
    try {
      return ContractJson.mapper().readValue(record.value(), MilestoneReached.class);
    } catch (IOException e) {
      throw new BenchmarkFailure("a milestone cannot be read", e);
    }
  }

  /** How many there are so far. */
  int count() {
    return received.size();
  }

  /** All so far. */
  List<Received> all() {
    return List.copyOf(received);
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    thread.join();
  }
}
