package dev.milepost.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one topic is created, as {@code milepost/topics.json} declares it. The same file creates the
 * topics of a local broker.
 *
 * @param name name on the broker
 * @param key what the record key is, in words
 * @param partitions number of partitions
 * @param cleanup {@code delete} or {@code compact}
 * @param retentionDays days a record is kept; absent for a compacted topic
 * @param maxMessageBytes largest record the broker takes; absent for the broker's default
 * @param recordTime {@code arrival} when the broker stamps records as it takes them; absent when
 *     they keep the time that their producer gave them
 */
public record TopicDeclaration(
    String name,
    String key,
    int partitions,
    String cleanup,
    @Nullable Integer retentionDays,
    @Nullable Integer maxMessageBytes,
    @Nullable String recordTime) {

  private static final String FILE = "/milepost/topics.json";

  /** All declared topics, dead-letter topics included, in the order of the file. */
  public static List<TopicDeclaration> all() {
    try (InputStream file =
        Objects.requireNonNull(TopicDeclaration.class.getResourceAsStream(FILE), FILE)) {
      return ContractJson.mapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /** The topic settings in the broker's own words. */
  public Map<String, String> brokerSettings() {
    Map<String, String> settings = new java.util.TreeMap<>();
    settings.put("cleanup.policy", cleanup);
    if (retentionDays != null) {
      settings.put("retention.ms", Long.toString(retentionDays * 86_400_000L));
    }
    if (maxMessageBytes != null) {
      settings.put("max.message.bytes", Integer.toString(maxMessageBytes));
    }
    if ("arrival".equals(recordTime)) {
      settings.put("message.timestamp.type", "LogAppendTime");
    }
    return settings;
  }
}
