package dev.milepost.runtime.outbox;

import static java.util.stream.Collectors.toMap;

import dev.milepost.contract.TopicDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record to send, byte for byte.
 *
 * @param topic name of the topic
 * @param key record key
 * @param headers record headers, in order
 * @param payload record value
 */
public record OutboxRecord(
    String topic, byte @Nullable [] key, List<Header> headers, byte @Nullable [] payload) {

  /** The most that any topic takes. */
  static final int LARGEST = 2 * 1024 * 1024;

  /** What a broker takes where a topic says nothing. */
  private static final int LARGEST_BY_DEFAULT = 1024 * 1024;

  private static final Map<String, Integer> LARGEST_BY_TOPIC =
      TopicDeclaration.all().stream()
          .filter(topic -> topic.maxMessageBytes() != null)
          .collect(
              toMap(
                  TopicDeclaration::name,
                  topic -> Objects.requireNonNullElse(topic.maxMessageBytes(), LARGEST)));

  /** Kafka's own numbers around a record; those around a header. */
  private static final int FRAME = 100;

  private static final int HEADER_FRAME = 10;

  /** Whether its topic takes it. One that does not fit could never be sent. */
  public boolean fits() {
    int largest = LARGEST_BY_TOPIC.getOrDefault(topic, LARGEST_BY_DEFAULT);
    return size() <= Math.min(largest, LARGEST);
  }

  /** Bytes on the wire, at the most. */
  public long size() {
    long bytes = (long) FRAME + length(key) + length(payload);
    for (Header header : headers) {
      int name = header.key().getBytes(StandardCharsets.UTF_8).length;
      bytes += HEADER_FRAME + name + length(header.value());
    }
    return bytes;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
