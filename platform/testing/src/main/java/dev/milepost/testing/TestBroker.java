package dev.milepost.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Another system on the broker: sends what a test wants sent, and reads whole topics. */
@Singleton
public final class TestBroker implements AutoCloseable {
  /** Compressed, much fits into what the broker takes. */
  private static final int LARGEST_REQUEST = 16 * 1024 * 1024;

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;

  @Inject
  public TestBroker(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "compression.type", "gzip",
                "max.request.size", LARGEST_REQUEST),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends a CloudEvent in binary mode to the topic of its type. */
  public void publish(EventType type, String key, String source, String id, Event data) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_type", type.typeName());
    headers.put("ce_source", source);
    headers.put("ce_id", id);
    headers.put("content-type", "application/json");
    try {
      byte[] json = ContractJson.mapper().writeValueAsBytes(data);
      publish(type.topic().topicName(), key, headers, json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable: " + data, e);
    }
  }

  /** Sends any record at all, and waits until the broker has it. */
  public void publish(
      String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("not sent to " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending to " + topic, e);
    }
  }

  /** All records of a topic so far, in order within each partition. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return readUntil(consumer, consumer.endOffsets(partitions));
    }
  }

  /** What compaction would leave of a topic: the last record of each key. */
  public Map<String, ConsumerRecord<String, byte[]>> latestByKey(String topic) {
    Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
    records(topic).forEach(record -> latest.put(record.key(), record));
    return latest;
  }

  /** The text of a record's header, if it has it. */
  public static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  @Override
  @PreDestroy
  public void close() {
    producer.close();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<ConsumerRecord<String, byte[]>> readUntil(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(records::add);
    }
    return records;
  }
}
