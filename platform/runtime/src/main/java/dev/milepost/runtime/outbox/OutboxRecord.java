package dev.milepost.runtime.outbox;

import java.util.List;
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
    String topic, byte @Nullable [] key, List<Header> headers, byte @Nullable [] payload) {}
