package dev.milepost.runtime.inbox;

import dev.milepost.contract.TopicDeclaration;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether this service's copies of what others own (the compacted topics it reads) hold everything
 * that was there when it was started. Once true, it stays true: later it only runs behind.
 */
@ApplicationScoped
public class CatchUp {
  private static final int PATIENCE_SECONDS = 5;

  private final Map<String, Object> broker;
  private final Set<String> topics;
  private final Map<String, ListConsumerGroupOffsetsSpec> groups;
  private @Nullable Map<TopicPartition, Long> ends;
  private boolean done;

  CatchUp(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Config config) {
    this.broker = broker;
    this.topics = compactedTopics(config);
    this.groups =
        topics.stream()
            .collect(
                Collectors.toMap(
                    topic -> service + "." + topic, topic -> new ListConsumerGroupOffsetsSpec()));
  }

  private static Set<String> compactedTopics(Config config) {
    Set<String> consumed =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> name.matches("mp\\.messaging\\.incoming\\..+\\.topic"))
            .map(name -> config.getValue(name, String.class))
            .collect(Collectors.toSet());
    return TopicDeclaration.all().stream()
        .filter(topic -> topic.cleanup().equals("compact") && consumed.contains(topic.name()))
        .map(TopicDeclaration::name)
        .collect(Collectors.toSet());
  }

  /**
   * Looks once more, unless it is known to be true already.
   *
   * @throws BrokerAway when the broker does not answer
   * @throws BrokerRefuses when it answers, but a topic is missing or we may not look at it
   */
  synchronized boolean isDone() throws BrokerAway, BrokerRefuses {
    if (done) {
      return true;
    }
    try (Admin admin = Admin.create(broker)) {
      if (ends == null) {
        ends = ends(admin);
      }
      done = nothingLeft(behind(admin, ends));
      return done;
    } catch (ExecutionException | KafkaException e) {
      throwIfRefusal(e);
      throw new BrokerAway(e);
    } catch (TimeoutException e) {
      throw new BrokerAway(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway(e);
    }
  }

  /** Trouble that no waiting mends: somebody has to create a topic or allow us to read it. */
  static void throwIfRefusal(Throwable failure) throws BrokerRefuses {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException
          || cause instanceof AuthenticationException
          || cause instanceof UnknownTopicOrPartitionException) {
        throw new BrokerRefuses(cause);
      }
    }
  }

  private Map<TopicPartition, Long> ends(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(topics)
            .allTopicNames()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .values()
            .stream()
            .flatMap(CatchUp::partitions)
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
        .listConsumerGroupOffsets(groups)
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

  /**
   * Whether nothing but the broker's own marks lies between these positions and the ends: a
   * transaction ends with a mark that takes an offset but is never delivered, so a group can have
   * taken in everything without ever committing the end.
   */
  private boolean nothingLeft(Map<TopicPartition, Long> behind) {
    if (behind.isEmpty()) {
      return true;
    }
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(behind.keySet());
      behind.forEach(consumer::seek);
      for (int polls = 0; polls < 20; polls++) {
        if (!consumer.poll(Duration.ofMillis(100)).isEmpty()) {
          return false;
        }
        if (behind.keySet().stream().allMatch(p -> consumer.position(p) >= end(p))) {
          return true;
        }
      }
      return false;
    }
  }

  private long end(TopicPartition partition) {
    return ends == null ? 0 : ends.getOrDefault(partition, 0L);
  }

  /** Whether it is true; while the broker does not answer, or not to us, it is not. */
  public boolean isCaughtUp() {
    try {
      return isDone();
    } catch (BrokerAway | BrokerRefuses e) {
      return false;
    }
  }

  List<String> topics() {
    return topics.stream().sorted().toList();
  }

  /** The broker answered that we may not, or that there is no such topic. */
  static final class BrokerRefuses extends Exception {
    BrokerRefuses(Throwable cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** The broker did not answer. */
  static final class BrokerAway extends Exception {
    BrokerAway(Exception cause) {
      super(cause);
    }
  }
}
