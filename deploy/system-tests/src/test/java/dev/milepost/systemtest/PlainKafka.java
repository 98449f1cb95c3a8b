package dev.milepost.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A client of Kafka that knows nothing of Milepost but the names of its topics. */
final class PlainKafka implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration TO_JOIN = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> address;
  private final KafkaProducer<String, String> producer;

  PlainKafka(String bootstrapServers) {
    address = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Publishes one record and waits until the broker has it. */
  void send(
      Topic topic, String key, String contentType, String value, Map<String, String> headers) {
    ProducerRecord<String, String> record = new ProducerRecord<>(topic.topicName(), key, value);
    record.headers().add("content-type", contentType.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    try {
      producer.send(record).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Publishes records and waits until the broker has them all. */
  void send(Stream<ProducerRecord<String, String>> records) {
    List<Future<RecordMetadata>> sent = records.map(producer::send).toList();
    try {
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A CloudEvent in binary mode, as a record for the topic of its type. */
  static ProducerRecord<String, String> event(
      EventType type, String key, String source, String id, Event data) {
    try {
      String json = ContractJson.mapper().writeValueAsString(data);
      ProducerRecord<String, String> record =
          new ProducerRecord<>(type.topic().topicName(), key, json);
      Map.of(
              "ce_specversion",
              "1.0",
              "ce_type",
              type.typeName(),
              "ce_source",
              source,
              "ce_id",
              id,
              "content-type",
              "application/json")
          .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
      return record;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** Joins a consumer group, so that its partitions are dealt out anew, and leaves it again. */
  void intrude(String group, Topic topic) {
    Map<String, Object> settings = new HashMap<>(address);
    settings.put("group.id", group);
    try (var intruder =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      intruder.subscribe(List.of(topic.topicName()));
      await("a place in " + group)
          .atMost(TO_JOIN)
          .until(
              () -> {
                intruder.poll(POLL);
                return !intruder.assignment().isEmpty();
              });
    }
  }

  /** The first record of the topic that is looked for. */
  ConsumerRecord<String, String> find(
      String topic, Predicate<ConsumerRecord<String, String>> wanted) {
    try (var reader = reader(topic)) {
      long end = System.nanoTime() + SOON.toNanos();
      while (System.nanoTime() < end) {
        for (ConsumerRecord<String, String> record : reader.poll(POLL)) {
          if (wanted.test(record)) {
            return record;
          }
        }
      }
      throw new AssertionError("no such record on " + topic);
    }
  }

  /** What compaction leaves of a topic in the end: the last value of each key. */
  Map<String, String> lastOfEachKey(Topic topic) {
    Map<String, String> last = new HashMap<>();
    read(topic, record -> last.put(record.key(), record.value()));
    return last;
  }

  /** Reads a whole topic, in order within each partition. */
  void read(Topic topic, Consumer<ConsumerRecord<String, String>> each) {
    try (var reader = reader(topic.topicName())) {
      Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
      while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
        reader.poll(POLL).forEach(each);
      }
    }
  }

  private KafkaConsumer<String, String> reader(String topic) {
    var reader = new KafkaConsumer<>(address, new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions =
        reader.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    return reader;
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  /** Waits until a service has taken in everything that is on a topic of other systems. */
  void awaitTaken(String service, Topic topic) {
    awaitTaken(service, topic, SOON);
  }

  /** The same for as long as it may take. */
  void awaitTaken(String service, Topic topic, Duration limit) {
    try (Admin admin = Admin.create(address)) {
      await("%s takes %s in".formatted(service, topic))
          .atMost(limit)
          .until(() -> lag(admin, service + "." + topic.topicName(), topic) == 0);
    }
  }

  private static long lag(Admin admin, String group, Topic topic)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> taken =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> latest =
        admin
            .describeTopics(List.of(topic.topicName()))
            .allTopicNames()
            .get()
            .get(topic.topicName())
            .partitions()
            .stream()
            .collect(
                Collectors.toMap(
                    p -> new TopicPartition(topic.topicName(), p.partition()),
                    p -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata offset = taken.get(end.getKey());
              return end.getValue().offset() - (offset == null ? 0 : offset.offset());
            })
        .sum();
  }

  @Override
  public void close() {
    producer.close();
  }
}
