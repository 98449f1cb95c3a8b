package dev.milepost.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.inbox.WaitingRecords.Batch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class WaitingRecordsTest {
  private static final TopicPartition FIRST = new TopicPartition("sales", 1);
  private static final TopicPartition SECOND = new TopicPartition("sales", 2);

  private final WaitingRecords waiting = new WaitingRecords();

  @Test
  void handsOutAllThatWaitsInTheOrderOfThePartitions() throws InterruptedException {
    fetch(FIRST, 0, 2);
    fetch(SECOND, 0, 1);
    fetch(FIRST, 2, 1);

    assertThat(offsets(take(), FIRST)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void doesNotBeginABatchBesideAnotherForAFewRecords() throws Exception {
    fetch(FIRST, 0, 1);
    Batch inHand = take();
    CompletableFuture<Batch> next = CompletableFuture.supplyAsync(this::taken);
    fetch(SECOND, 0, WaitingRecords.BATCH - 1);

    assertThat(next).isNotDone();
    waiting.finished(inHand);
    assertThat(next.get(5, TimeUnit.SECONDS).records()).hasSize(WaitingRecords.BATCH - 1);
  }

  @Test
  void beginsABatchBesideAnotherForWhatFillsOneButNotWithItsPartitions()
      throws InterruptedException {
    fetch(FIRST, 0, 1);
    take();
    fetch(FIRST, 1, 1);
    fetch(SECOND, 0, WaitingRecords.BATCH);

    Batch beside = take();

    assertThat(offsets(beside, FIRST)).isEmpty();
    assertThat(offsets(beside, SECOND)).hasSize(WaitingRecords.BATCH);
  }

  @Test
  void letsPartitionsTakeTurns() throws InterruptedException {
    fetch(FIRST, 0, WaitingRecords.BATCH + 1);
    fetch(SECOND, 0, 1);
    waiting.finished(take());

    assertThat(take().records())
        .extracting(ConsumerRecord::partition)
        .containsExactly(SECOND.partition(), FIRST.partition());
  }

  @Test
  void tellsThePositionAfterABatchUntilItIsCommitted() throws InterruptedException {
    fetch(FIRST, 0, 3);
    Batch batch = take();
    assertThat(waiting.finished()).isEmpty();
    waiting.finished(batch);

    var positions = waiting.finished();
    assertThat(positions).containsOnlyKeys(FIRST);
    assertThat(positions.get(FIRST)).extracting(OffsetAndMetadata::offset).isEqualTo(3L);
    assertThat(waiting.finished()).as("not yet committed").isEqualTo(positions);

    fetch(FIRST, 3, 1);
    waiting.finished(take());
    waiting.committed(positions);
    assertThat(waiting.finished().get(FIRST))
        .as("what was finished meanwhile")
        .extracting(OffsetAndMetadata::offset)
        .isEqualTo(4L);
    waiting.committed(waiting.finished());
    assertThat(waiting.finished()).isEmpty();
  }

  @Test
  void tellsNoPositionOfAPartitionThatWasTakenAwayMeanwhile() throws InterruptedException {
    fetch(FIRST, 0, 2);
    fetch(SECOND, 0, 2);
    Batch batch = take();
    fetch(FIRST, 2, 1);

    waiting.drop(Set.of(FIRST), Duration.ofMillis(10));
    waiting.finished(batch);

    assertThat(waiting.finished()).containsOnlyKeys(SECOND);
    fetch(FIRST, 0, 1);
    assertThat(offsets(take(), FIRST)).as("what came anew").containsExactly(0L);
  }

  @Test
  void waitsForTheBatchInHandBeforeAPartitionGoes() throws Exception {
    fetch(FIRST, 0, 2);
    Batch batch = take();
    var gone =
        CompletableFuture.runAsync(() -> waiting.drop(Set.of(FIRST), Duration.ofSeconds(20)));

    assertThat(gone).isNotDone();
    waiting.finished(batch);
    gone.get(5, TimeUnit.SECONDS);
    assertThat(waiting.finished()).containsOnlyKeys(FIRST);
    waiting.forget(Set.of(FIRST));
    assertThat(waiting.finished()).isEmpty();
  }

  @Test
  void wantsNoMoreOfAPartitionThatFillsABatchNorOfAnyWhenMemoryWouldNotDo() {
    fetch(FIRST, 0, WaitingRecords.BATCH);
    assertThat(waiting.full(Set.of(FIRST, SECOND))).containsExactly(FIRST);

    waiting.add(List.of(entry(SECOND, 0, 17 * 1024 * 1024)));
    assertThat(waiting.full(Set.of(FIRST, SECOND))).containsExactlyInAnyOrder(FIRST, SECOND);

    waiting.drop(Set.of(FIRST, SECOND), Duration.ZERO);
    assertThat(waiting.full(Set.of(FIRST, SECOND))).isEmpty();
  }

  @Test
  void wantsNoMoreOfAnyPartitionWhenEnoughWaitsForThreeBatches() {
    TopicPartition third = new TopicPartition(FIRST.topic(), 3);
    TopicPartition fourth = new TopicPartition(FIRST.topic(), 4);
    Set<TopicPartition> assigned = Set.of(FIRST, SECOND, third, fourth);
    for (TopicPartition partition : Set.of(FIRST, SECOND, third)) {
      fetch(partition, 0, WaitingRecords.BATCH - 1);
    }
    assertThat(waiting.full(assigned)).isEmpty();

    fetch(fourth, 0, 3);
    assertThat(waiting.full(assigned)).isEqualTo(assigned);
  }

  @Test
  void givesNothingMoreOnceStopped() throws InterruptedException {
    fetch(FIRST, 0, 1);
    waiting.stop();

    assertThat(waiting.take()).isEmpty();
  }

  private Batch take() throws InterruptedException {
    Optional<Batch> batch = waiting.take();
    return batch.orElseThrow();
  }

  private Batch taken() {
    try {
      return take();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fetch(TopicPartition partition, int from, int records) {
    waiting.add(
        IntStream.range(from, from + records).mapToObj(o -> entry(partition, o, 3)).toList());
  }

  private static List<Long> offsets(Batch batch, TopicPartition partition) {
    return batch.records().stream()
        .filter(entry -> entry.partition() == partition.partition())
        .map(ConsumerRecord::offset)
        .toList();
  }

  private static ConsumerRecord<byte[], byte[]> entry(
      TopicPartition partition, long offset, int bytes) {
    return new ConsumerRecord<>(
        partition.topic(),
        partition.partition(),
        offset,
        0,
        TimestampType.CREATE_TIME,
        0,
        bytes,
        new byte[0],
        new byte[0],
        new RecordHeaders(),
        Optional.empty());
  }
}
