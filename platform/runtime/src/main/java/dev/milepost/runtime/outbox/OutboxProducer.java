package dev.milepost.runtime.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends records to the broker and returns when all are acknowledged. Opening a producer fences
 * every older one of the same service, see the package.
 */
@ApplicationScoped
class OutboxProducer {
  private static final int BATCH_BYTES = 128 * 1024;

  private final Map<String, Object> settings;
  private @Nullable KafkaProducer<byte[], byte[]> open;

  /** Only the relay's own thread sends. */
  private volatile boolean inTransaction;

  OutboxProducer(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    settings = new HashMap<>(broker);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "milepost-outbox-" + service);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "milepost-outbox-" + service);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // A flush sends what is left at once, so this delays nothing and spares requests.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 100);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, OutboxRecord.LARGEST);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    // While the broker still ends the last transaction it refuses the first records of the next.
    settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
  }

  /**
   * Sends the records in order, in the transaction that is open or in a new one, and waits until
   * the broker has them. Whether it has is said by {@link #commit}.
   *
   * @throws org.apache.kafka.common.KafkaException when something that was sent before failed
   */
  void send(List<OutboxRecord> records) {
    KafkaProducer<byte[], byte[]> producer = producer();
    if (!inTransaction) {
      producer.beginTransaction();
      inTransaction = true;
    }
    for (OutboxRecord record : records) {
      // A failed send makes the commit throw.
      var unused =
          producer.send(
              new ProducerRecord<>(
                  record.topic(), null, record.key(), record.payload(), record.headers()));
    }
    producer.flush();
  }

  /**
   * Ends the transaction.
   *
   * @throws org.apache.kafka.common.KafkaException when one record was not acknowledged; some of
   *     the others may have been
   */
  void commit() {
    producer().commitTransaction();
    inTransaction = false;
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    if (open == null) {
      KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
      open = producer;
      producer.initTransactions();
    }
    return open;
  }

  /** Drops the producer and whatever it had not yet sent; the next send opens a new one. */
  synchronized void close() {
    if (open != null) {
      open.close(Duration.ZERO);
      open = null;
      inTransaction = false;
    }
  }
}
