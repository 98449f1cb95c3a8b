package dev.milepost.runtime.inbox;

import dev.milepost.contract.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way in for facts that many send at any rate. What arrives while a batch is taken in makes the
 * next batch, so that batches are small while little comes and large when much does; a second batch
 * beside the first is begun only for what would fill one. Reads by the group {@code
 * <service>.<topic>}, as channels do.
 */
@ApplicationScoped
public class Intake {
  private final Inbox inbox;
  private final MeterRegistry registry;
  private final Map<String, Object> settings;
  private final String service;
  private final List<TopicReader> readers = new CopyOnWriteArrayList<>();

  Intake(
      Inbox inbox,
      MeterRegistry registry,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.inbox = inbox;
    this.registry = registry;
    this.service = service;
    settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, WaitingRecords.BATCH);
    // A process that was killed gives its partitions to another after this time.
    settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
  }

  /** Hands the topic's records to the handler from now on, until the service stops. */
  public void read(Topic topic, BatchHandler handler) {
    Map<String, Object> own = new HashMap<>(settings);
    String group = service + "." + topic.topicName();
    own.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    own.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    TopicReader reader =
        new TopicReader(
            topic, own, registry, batch -> inbox.consume(batch, Reading.INTAKE, handler));
    readers.add(reader);
    reader.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    for (TopicReader reader : readers) {
      reader.stop();
    }
  }
}
