package dev.milepost.runtime.inbox;

import dev.milepost.runtime.event.EventHeaders;
import dev.milepost.runtime.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The copy of a record that could not be used, for its dead-letter topic, with the reason.
 *
 * <p>A record that came compressed may be larger than the topic takes. Its copy then goes without
 * payload, if need be without key and headers of its own, and says so: the quarantine has it all.
 */
final class DeadLetter {
  private DeadLetter() {}

  static OutboxRecord of(
      ConsumerRecord<byte[], byte[]> raw, String reason, String detail, String consumer) {
    String topic = raw.topic() + ".dlq";
    List<Header> ours =
        List.of(
            header(EventHeaders.REASON, reason),
            header(EventHeaders.DETAIL, detail),
            header(EventHeaders.ORIGIN, Quarantine.origin(raw)),
            header(EventHeaders.CONSUMER, consumer));
    List<Header> all = and(own(raw), ours);
    OutboxRecord whole = new OutboxRecord(topic, raw.key(), all, raw.value());
    if (whole.fits()) {
      return whole;
    }
    OutboxRecord light = new OutboxRecord(topic, raw.key(), and(all, omitted("payload")), null);
    return light.fits()
        ? light
        : new OutboxRecord(topic, null, and(ours, omitted("key, headers, payload")), null);
  }

  /** Without what an earlier stay on a dead-letter topic has left. */
  private static List<Header> own(ConsumerRecord<byte[], byte[]> raw) {
    return StreamSupport.stream(raw.headers().spliterator(), false)
        .filter(header -> !header.key().startsWith("milepost_"))
        .toList();
  }

  private static List<Header> and(List<Header> some, List<Header> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<Header> omitted(String parts) {
    return List.of(header(EventHeaders.OMITTED, parts));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
