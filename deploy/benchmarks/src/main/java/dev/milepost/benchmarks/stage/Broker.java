package dev.milepost.benchmarks.stage;

import dev.milepost.contract.Topic;
import dev.milepost.embedded.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The broker, to a client like any other. */
public final class Broker implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int TRIES = 100;

  /** One request at a time: a broker that is slow to answer must not see old ones again later. */
  private static final Map<String, Object> BULK =
      Map.of("linger.ms", 5, "batch.size", 65_536, "max.in.flight.requests.per.connection", 1);

  private final String bootstrapServers;
  private final Admin admin;

  public Broker(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Creates the suite's topics anew, empty. */
  public void clear() throws InterruptedException {
    try {
      new Topics(bootstrapServers).recreate();
    } catch (ExecutionException e) {
      throw new BenchmarkFailure("the topics cannot be created", e);
    }
  }

  /** Publishes records and waits until the broker has them all. */
  public void publish(Stream<ProducerRecord<String, byte[]>> records) {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    Callback noting =
        (metadata, e) -> {
          if (e != null) {
            failure.set(e);
          }
        };
    try (var producer = producer(BULK)) {
      for (var record : (Iterable<ProducerRecord<String, byte[]>>) records::iterator) {
        var unused = producer.send(record, noting);
      }
    }
    Exception refused = failure.get();
    if (refused != null) {
      throw new BenchmarkFailure("Kafka refused a record", refused);
    }
  }

  /** A producer of its own, with settings beside the address. */
  public KafkaProducer<String, byte[]> producer(Map<String, Object> settings) {
    return new KafkaProducer<>(
        Stream.concat(
                settings.entrySet().stream(),
                Stream.of(Map.entry("bootstrap.servers", (Object) bootstrapServers)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** A reader of a whole topic, that stands where the given offsets say. */
  public KafkaConsumer<String, byte[]> reader(Map<TopicPartition, Long> from) {
    var reader =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    reader.assign(from.keySet());
    from.forEach(reader::seek);
    return reader;
  }

  /** Hands over every record of a topic from these offsets on that is there now. */
  public void read(
      Map<TopicPartition, Long> from, Consumer<ConsumerRecord<String, byte[]>> reading) {
    try (var reader = reader(from)) {
      Map<TopicPartition, Long> ends = reader.endOffsets(from.keySet());
      while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
        reader.poll(POLL).forEach(reading);
      }
    }
  }

  /** The offsets at which a topic begins. */
  public Map<TopicPartition, Long> begin(Topic topic) {
    return offsets(topic, OffsetSpec.earliest());
  }

  /** The offsets that the next records of a topic will have. */
  public Map<TopicPartition, Long> end(Topic topic) {
    return offsets(topic, OffsetSpec.latest());
  }

  private Map<TopicPartition, Long> offsets(Topic topic, OffsetSpec which) {
    String name = topic.topicName();
    try {
      TopicDescription described =
          Objects.requireNonNull(
              admin.describeTopics(List.of(name)).allTopicNames().get().get(name), name);
      Map<TopicPartition, OffsetSpec> wanted =
          described.partitions().stream()
              .collect(Collectors.toMap(p -> new TopicPartition(name, p.partition()), p -> which));
      return admin.listOffsets(wanted).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    } catch (ExecutionException e) {
      throw new BenchmarkFailure("the broker does not say where " + name + " ends", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailure("interrupted", e);
    }
  }

  /** Waits until the service has taken in everything that is on the topic of sales. */
  public void awaitTaken() {
    Map<TopicPartition, Long> ends = end(Topic.SALES_EVENTS);
    long all = ends.values().stream().mapToLong(Long::longValue).sum();
    String group = Service.NAME + "." + Topic.SALES_EVENTS.topicName();
    Patience.await("taking in", all, () -> taken(group));
  }

  private long taken(String group) {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .filter(Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    } catch (ExecutionException e) {
      throw new BenchmarkFailure("the broker does not say what was taken in", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailure("interrupted", e);
    }
  }

  /** Forgets what the service has read, so that its next start reads all topics anew. */
  public void forgetReaders() throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try {
        List<String> groups =
            admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
        admin.deleteConsumerGroups(groups).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof GroupNotEmptyException)) {
          throw new BenchmarkFailure("the broker does not forget its readers", e);
        }
        Patience.sleep(200);
      }
    }
    throw new BenchmarkFailure("somebody still reads from the broker");
  }

  @Override
  public void close() {
    admin.close();
  }
}
