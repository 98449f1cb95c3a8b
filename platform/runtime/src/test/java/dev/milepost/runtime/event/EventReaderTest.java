package dev.milepost.runtime.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final String METRIC = "{\"key\":\"won-revenue\",\"version\":1,\"versions\":[]}";

  @Test
  void readsWhatTheWriterWrites() {
    Cause cause = new Cause("first", "before", "00-a-b-01");
    OutgoingEvent written =
        new OutgoingEvent(
            EventType.METRIC_DEFINED,
            "won-revenue",
            "won-revenue:1",
            new MetricDefined("won-revenue", 1, List.of()),
            cause);
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    EventWriter.headers(written, "/milepost/goals", Instant.EPOCH).forEach(headers::add);

    var reading = EventReader.read(record(headers, EventWriter.data(written.data())));

    assertThat(reading).isInstanceOf(EventReader.Known.class);
    ReceivedEvent read = ((EventReader.Known) reading).event();
    assertThat(read.data()).isEqualTo(written.data());
    assertThat(read.source()).isEqualTo("/milepost/goals");
    assertThat(read.effect()).isEqualTo(new Cause("first", "won-revenue:1", "00-a-b-01"));
  }

  @Test
  void anEventWithoutCauseIsItsOwnFirstCause() {
    var reading = EventReader.read(record(metricHeaders(), METRIC.getBytes(UTF_8)));

    ReceivedEvent read = ((EventReader.Known) reading).event();
    assertThat(read.effect()).isEqualTo(new Cause("m-1", "m-1", null));
  }

  @Test
  void namesThePlaceOfAWrongTypeAndNoClass() {
    String wrong = "{\"key\":\"k\",\"version\":\"many\",\"versions\":[]}";

    var reading = EventReader.read(record(metricHeaders(), wrong.getBytes(UTF_8)));

    assertThat(reading)
        .isInstanceOfSatisfying(
            EventReader.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.reason()).isEqualTo(UntakenReason.MALFORMED_DATA);
              assertThat(unreadable.detail()).contains("/version").doesNotContain("dev.milepost");
              assertThat(unreadable.event()).isNotNull();
            });
  }

  @Test
  void aTypeOfAnotherTopicIsUnknownHere() {
    Headers headers =
        CloudEventTest.headers("ce_specversion", "1.0", "ce_id", "1", "ce_source", "s");
    headers.add("ce_type", EventType.DEAL_WON.typeName().getBytes(UTF_8));

    assertThat(EventReader.read(record(headers, METRIC.getBytes(UTF_8))))
        .isInstanceOf(EventReader.Unknown.class);
  }

  @Test
  void storedHeadersKeepEveryByte() {
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    headers.add("bytes", all).add("bytes", new byte[0]);

    assertThat(RecordHeaders.read(RecordHeaders.write(headers)))
        .containsExactlyElementsOf(List.of(headers.toArray()));
  }

  private static Headers metricHeaders() {
    Headers headers =
        CloudEventTest.headers("ce_specversion", "1.0", "ce_id", "m-1", "ce_source", "s");
    return headers.add("ce_type", EventType.METRIC_DEFINED.typeName().getBytes(UTF_8));
  }

  private static ConsumerRecord<byte[], byte[]> record(Headers headers, byte[] value) {
    return new ConsumerRecord<>(
        Topic.METRICS.topicName(),
        0,
        7L,
        0L,
        TimestampType.CREATE_TIME,
        0,
        value.length,
        "k".getBytes(UTF_8),
        value,
        headers,
        Optional.empty());
  }
}
