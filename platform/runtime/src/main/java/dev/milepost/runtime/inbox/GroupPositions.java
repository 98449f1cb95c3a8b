package dev.milepost.runtime.inbox;

import dev.milepost.runtime.inbox.CatchUp.BrokerAway;
import dev.milepost.runtime.inbox.CatchUp.BrokerRefuses;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far this service has read its topics, all its replicas together, as the broker knows it. */
final class GroupPositions {
  private static final int PATIENCE_SECONDS = 5;

  private final Map<String, Object> broker;
  private final String service;

  GroupPositions(Map<String, Object> broker, String service) {
    this.broker = broker;
    this.service = service;
  }

  /** What is asked of the broker in one connection. */
  private interface Question<T> {
    T ask(Admin admin) throws ExecutionException, InterruptedException, TimeoutException;
  }

  /**
   * Where the partitions of the topics end now.
   *
   * @throws BrokerAway when the broker does not answer
   * @throws BrokerRefuses when it answers, but a topic is missing or we may not look at it
   */
  Map<TopicPartition, Long> ends(Set<String> topics) throws BrokerAway, BrokerRefuses {
    return answer(admin -> ends(admin, topics));
  }

  /**
   * Whether everything before these ends is taken in and committed.
   *
   * @throws BrokerAway when the broker does not answer
   * @throws BrokerRefuses when it answers, but we may not look
   */
  boolean haveReached(Map<TopicPartition, Long> ends) throws BrokerAway, BrokerRefuses {
    return answer(admin -> nothingLeft(behind(admin, ends), ends));
  }

  private <T> T answer(Question<T> question) throws BrokerAway, BrokerRefuses {
    try (Admin admin = Admin.create(broker)) {
      return question.ask(admin);
    } catch (ExecutionException | KafkaException e) {
      CatchUp.throwIfRefusal(e);
      throw new BrokerAway(e);
    } catch (TimeoutException e) {
      throw new BrokerAway(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway(e);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(topics)
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()
            .stream()
            .flatMap(GroupPositions::partitions)
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> offsets =
        admin.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition()));
  }

  /** Where our groups stand in the partitions whose end they have not committed. */
  private Map<TopicPartition, Long> behind(Admin admin, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    admin
        .listConsumerGroupOffsets(groups(ends.keySet()))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .values()
        .forEach(committed::putAll);
    Map<TopicPartition, Long> behind = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          OffsetAndMetadata at = committed.get(partition);
          long position = at == null ? 0 : at.offset();
          if (position < end) {
            behind.put(partition, position);
          }
        });
    return behind;
  }

  private Map<String, ListConsumerGroupOffsetsSpec> groups(Set<TopicPartition> partitions) {
    return partitions.stream()
        .map(TopicPartition::topic)
        .distinct()
        .collect(
            Collectors.toMap(
                topic -> service + "." + topic, topic -> new ListConsumerGroupOffsetsSpec()));
  }

  /**
   * Whether nothing but the broker's own marks lies between these positions and the ends: a
   * transaction ends with a mark that takes an offset but is never delivered, so a group can have
   * taken in everything without ever committing the end.
   */
  private boolean nothingLeft(Map<TopicPartition, Long> behind, Map<TopicPartition, Long> ends) {
    if (behind.isEmpty()) {
      return true;
    }
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    // Enough for marks; of a topic that is behind no more is fetched than shows that it is.
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1_024);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(behind.keySet());
      behind.forEach(consumer::seek);
      for (int polls = 0; polls < 20; polls++) {
        if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
          return false;
        }
        if (behind.keySet().stream()
            .allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L))) {
          return true;
        }
      }
      return false;
    }
  }
}
