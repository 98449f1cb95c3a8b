package dev.milepost.runtime.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way in for facts that many send at any rate, by the topic {@code milepost.intake.topic}. What
 * arrives while a batch is taken in makes the next batch, so that batches are small while little
 * comes and large when much does; a second batch beside the first is begun only for what would fill
 * one. Reads by the group {@code <service>.<topic>}, as channels do.
 */
@ApplicationScoped
public class Intake {
  /** Of a partition at once: some hundred records. A larger record comes alone. */
  private static final int FETCH_BYTES = 256 * 1024;

  private final Inbox inbox;
  private final MeterRegistry registry;
  private final Map<String, Object> broker;
  private final String service;
  private final Optional<String> topic;
  private @Nullable TopicReader reader;

  Intake(
      Inbox inbox,
      MeterRegistry registry,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "milepost.intake.topic") Optional<String> topic) {
    this.inbox = inbox;
    this.registry = registry;
    this.broker = broker;
    this.service = service;
    this.topic = topic;
  }

  /**
   * Hands the topic's records to the handler from now on, until the service stops.
   *
   * @throws java.util.NoSuchElementException when the service names no topic
   */
  public void read(BatchHandler handler) {
    String name = topic.orElseThrow();
    reader =
        new TopicReader(
            name,
            settings(service + "." + name),
            registry,
            batch -> inbox.consume(batch, Reading.INTAKE, handler));
    reader.start();
  }

  private Map<String, Object> settings(String group) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, WaitingRecords.BATCH);
    settings.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    // A process that was killed gives its partitions to another after this time.
    settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    return settings;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    if (reader != null) {
      reader.stop();
    }
  }
}
