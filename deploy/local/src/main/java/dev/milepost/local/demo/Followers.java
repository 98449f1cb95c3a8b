package dev.milepost.local.demo;

import dev.milepost.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The services that follow what goals-service publishes about organisation and goals. A sale counts
 * for the teams as they are known when it arrives, so the demo sends none before everybody knows
 * the organisation.
 */
final class Followers {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final List<String> SERVICES = List.of("tracking", "analytics", "incentive");

  private final String bootstrapServers;

  Followers(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Waits until the topic has records of all these keys and every follower has taken them in. */
  void await(Topic topic, Set<String> keys) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        Consumer<byte[], byte[]> reader = reader()) {
      List<TopicPartition> partitions =
          reader.partitionsFor(topic.topicName()).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Seen seen = new Seen();
      if (!Waiting.until(LIMIT, () -> seen.all(reader, keys))) {
        throw new DemoFailure("goals-service has not published everything on " + topic.topicName());
      }
      for (String service : SERVICES) {
        String group = service + "." + topic.topicName();
        if (!Waiting.until(LIMIT, () -> seen.passedBy(committed(admin, group)))) {
          throw new DemoFailure(
              "%s-service has not taken in everything from %s"
                  .formatted(service, topic.topicName()));
        }
      }
    }
  }

  private Consumer<byte[], byte[]> reader() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      throw new DemoFailure("Kafka does not tell how far " + group + " is: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  /** What has been read of a topic: the keys, and the last record of each partition. */
  private static final class Seen {
    private final Set<String> keys = new HashSet<>();
    private final Map<TopicPartition, Long> last = new HashMap<>();

    boolean all(Consumer<byte[], byte[]> reader, Set<String> expected) {
      for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
        keys.add(new String(record.key(), StandardCharsets.UTF_8));
        last.put(new TopicPartition(record.topic(), record.partition()), record.offset());
      }
      return keys.containsAll(expected);
    }

    boolean passedBy(Map<TopicPartition, OffsetAndMetadata> committed) {
      return last.entrySet().stream()
          .allMatch(
              entry -> {
                OffsetAndMetadata position = committed.get(entry.getKey());
                return position != null && position.offset() > entry.getValue();
              });
    }
  }
}
