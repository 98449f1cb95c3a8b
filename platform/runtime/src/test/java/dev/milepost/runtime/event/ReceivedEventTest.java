package dev.milepost.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.time.BrokerTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReceivedEventTest {
  private static final Instant NOW = Instant.parse("2017-11-05T10:00:00Z");
  private static final Duration OFFSET = Duration.ofDays(3000);

  /** The suite lives in the past of the broker. */
  private static final BrokerTime BROKER = stamp -> Instant.ofEpochMilli(stamp).minus(OFFSET);

  @Test
  void arrivesWhenTheBrokerStampsIt() {
    Instant stamped = NOW.plus(OFFSET).minusSeconds(60);

    assertThat(event(stamped, TimestampType.LOG_APPEND_TIME).arrivedAt(BROKER, NOW))
        .isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void doesNotBelieveItsProducer() {
    Instant stamped = NOW.plus(OFFSET).minusSeconds(60);

    assertThat(event(stamped, TimestampType.CREATE_TIME).arrivedAt(BROKER, NOW)).isEqualTo(NOW);
  }

  @Test
  void arrivesNoLaterThanItIsRead() {
    Instant stamped = NOW.plus(OFFSET).plusMillis(5);

    assertThat(event(stamped, TimestampType.LOG_APPEND_TIME).arrivedAt(BROKER, NOW)).isEqualTo(NOW);
  }

  private static ReceivedEvent event(Instant stamped, TimestampType type) {
    return new ReceivedEvent(
        "/milepost/goals",
        "won-revenue:1",
        EventType.METRIC_DEFINED,
        new MetricDefined("won-revenue", 1, List.of()),
        new byte[0],
        Cause.first("won-revenue:1"),
        new ConsumerRecord<>(
            Topic.METRICS.topicName(),
            0,
            0,
            stamped.toEpochMilli(),
            type,
            0,
            0,
            new byte[0],
            new byte[0],
            new RecordHeaders(),
            Optional.empty()));
  }
}
