package dev.milepost.runtime.inbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of a topic that were fetched and not yet taken in, cut into batches. The records of a
 * partition leave in their order, and in one batch at a time; partitions take turns. Safe for use
 * by many threads.
 */
final class WaitingRecords {
  /** Records of a batch at most. Larger ones gain nothing. */
  static final int BATCH = 2_000;

  private static final ArrayDeque<ConsumerRecord<byte[], byte[]>> NONE = new ArrayDeque<>();

  /**
   * Enough to cut the next batches from, and no more: what waits lives long enough to be copied by
   * the garbage collector, some kilobytes a record.
   */
  private static final int MOST_RECORDS = 3 * BATCH;

  private static final int MOST_BYTES = 16 * 1024 * 1024;

  /** The partition that has waited longest comes first; none is empty. */
  private final Map<TopicPartition, ArrayDeque<ConsumerRecord<byte[], byte[]>>> partitions =
      new LinkedHashMap<>();

  private final Set<Batch> inHand = new HashSet<>();
  private final Map<TopicPartition, OffsetAndMetadata> finished = new HashMap<>();
  private int records;
  private long bytes;
  private boolean stopped;

  /** Some records, in order per partition, and the offsets after them. Equal only to itself. */
  static final class Batch {
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    private long bytes;

    List<ConsumerRecord<byte[], byte[]>> records() {
      return records;
    }

    private boolean isFull() {
      return records.size() >= BATCH || bytes >= MOST_BYTES;
    }

    private void add(TopicPartition partition, ConsumerRecord<byte[], byte[]> entry) {
      records.add(entry);
      bytes += size(entry);
      next.put(partition, new OffsetAndMetadata(entry.offset() + 1, entry.leaderEpoch(), ""));
    }
  }

  synchronized void add(Iterable<ConsumerRecord<byte[], byte[]>> fetched) {
    for (ConsumerRecord<byte[], byte[]> entry : fetched) {
      partitions
          .computeIfAbsent(
              new TopicPartition(entry.topic(), entry.partition()), p -> new ArrayDeque<>())
          .add(entry);
      records++;
      bytes += size(entry);
    }
    notifyAll();
  }

  /**
   * Waits for records, and then hands out what there is; while another batch is in hand, only when
   * enough wait for a whole one.
   *
   * @return a batch to be {@link #finished}; empty after {@link #stop}
   */
  synchronized Optional<Batch> take() throws InterruptedException {
    while (!stopped && !isWorthATurn()) {
      wait();
    }
    return stopped ? Optional.empty() : Optional.of(cut());
  }

  private boolean isWorthATurn() {
    int free =
        partitions.entrySet().stream()
            .filter(partition -> isFree(partition.getKey()))
            .mapToInt(partition -> partition.getValue().size())
            .sum();
    return inHand.isEmpty() ? free > 0 : free >= BATCH;
  }

  private boolean isFree(TopicPartition partition) {
    return inHand.stream().noneMatch(batch -> batch.next.containsKey(partition));
  }

  private Batch cut() {
    Batch batch = new Batch();
    var rest = new LinkedHashMap<TopicPartition, ArrayDeque<ConsumerRecord<byte[], byte[]>>>();
    for (var turns = partitions.entrySet().iterator(); turns.hasNext() && !batch.isFull(); ) {
      var turn = turns.next();
      if (isFree(turn.getKey())) {
        move(turn.getKey(), turn.getValue(), batch);
        turns.remove();
        if (!turn.getValue().isEmpty()) {
          rest.put(turn.getKey(), turn.getValue());
        }
      }
    }
    partitions.putAll(rest);
    inHand.add(batch);
    return batch;
  }

  private void move(
      TopicPartition partition, ArrayDeque<ConsumerRecord<byte[], byte[]>> from, Batch to) {
    while (!from.isEmpty() && !to.isFull()) {
      left(from.element());
      to.add(partition, from.remove());
    }
  }

  synchronized void finished(Batch batch) {
    inHand.remove(batch);
    finished.putAll(batch.next);
    notifyAll();
  }

  /** Where the partitions stand whose records were taken in since that was last committed. */
  synchronized Map<TopicPartition, OffsetAndMetadata> finished() {
    return Map.copyOf(finished);
  }

  synchronized void committed(Map<TopicPartition, OffsetAndMetadata> positions) {
    finished.entrySet().removeAll(positions.entrySet());
  }

  /** Those of the assigned partitions of which no more should be fetched for now. */
  synchronized Set<TopicPartition> full(Set<TopicPartition> assigned) {
    if (records >= MOST_RECORDS || bytes >= MOST_BYTES) {
      return assigned;
    }
    return assigned.stream()
        .filter(partition -> partitions.getOrDefault(partition, NONE).size() >= BATCH)
        .collect(Collectors.toSet());
  }

  /**
   * Forgets what waits of these partitions, and waits for the batches in hand that hold some of
   * theirs. A batch that takes longer than that no longer holds them.
   */
  synchronized void drop(Collection<TopicPartition> lost, Duration patience) {
    for (TopicPartition partition : lost) {
      Optional.ofNullable(partitions.remove(partition)).ifPresent(this::left);
    }
    long end = System.nanoTime() + patience.toNanos();
    while (!lost.stream().allMatch(this::isFree) && System.nanoTime() < end) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    inHand.forEach(batch -> batch.next.keySet().removeAll(lost));
  }

  /** Forgets where these partitions stand: it is somebody else's to commit. */
  synchronized void forget(Collection<TopicPartition> lost) {
    finished.keySet().removeAll(lost);
  }

  /** Forgets all but the batches in hand, which no longer hold any partition. */
  synchronized void clear() {
    drop(Set.copyOf(partitions.keySet()), Duration.ZERO);
    inHand.forEach(batch -> batch.next.clear());
    finished.clear();
  }

  /** Lets nobody wait any more. */
  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private void left(Collection<ConsumerRecord<byte[], byte[]>> gone) {
    gone.forEach(this::left);
  }

  private void left(ConsumerRecord<byte[], byte[]> gone) {
    records--;
    bytes -= size(gone);
  }

  /** Bytes of key and value, as they lie in memory. */
  private static long size(ConsumerRecord<byte[], byte[]> entry) {
    return Math.max(0, entry.serializedKeySize()) + Math.max(0, entry.serializedValueSize());
  }
}
