package dev.milepost.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes sales events as any CRM could: plain Kafka records in the binary mode of CloudEvents,
 * attributes as headers, keyed by participant so that one seller's events stay in order.
 */
public final class EventPublisher {
  private final String bootstrapServers;

  public EventPublisher(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Publishes the events and waits until the broker has all of them.
   *
   * @param acknowledged is told how many the broker has
   */
  public void publish(List<CrmEvent> events, LongConsumer acknowledged) {
    try (Producer<String, byte[]> producer = new KafkaProducer<>(settings())) {
      List<Future<RecordMetadata>> sent =
          events.stream().map(event -> producer.send(record(event))).toList();
      for (int i = 0; i < sent.size(); i++) {
        sent.get(i).get();
        acknowledged.accept(i + 1L);
      }
    } catch (ExecutionException e) {
      throw new DemoFailure("Kafka refused a sales event: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw Waiting.interrupted(e);
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
        StringSerializer.class,
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
        ByteArraySerializer.class,
        ProducerConfig.LINGER_MS_CONFIG,
        5);
  }

  private static ProducerRecord<String, byte[]> record(CrmEvent event) {
    String key = Objects.requireNonNull(event.data().participantId());
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topic.SALES_EVENTS.topicName(), key, data(event));
    Headers headers = record.headers();
    add(headers, "ce_specversion", "1.0");
    add(headers, "ce_id", event.id());
    add(headers, "ce_source", CrmEvent.SOURCE);
    add(headers, "ce_type", event.type().typeName());
    add(headers, "ce_time", event.occurredAt().toString());
    add(headers, "content-type", "application/json");
    return record;
  }

  private static byte[] data(CrmEvent event) {
    try {
      return ContractJson.mapper().writeValueAsBytes(event.data());
    } catch (JsonProcessingException e) {
      throw new DemoFailure("cannot write event " + event.id(), e);
    }
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
