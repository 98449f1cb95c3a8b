package dev.milepost.runtime.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxRecordTest {
  @ParameterizedTest
  @CsvSource({
    "milepost.rewards.v1, 1000000, 1000, true",
    "milepost.rewards.v1, 1000000, 60000, false",
    "milepost.rewards.v1, 1048576, 0, false",
    "milepost.rewards.v1.dlq, 1500000, 60000, true",
    "milepost.rewards.v1.dlq, 2097152, 0, false",
    "milepost.rewards.v1.dlq, 1000, 2097152, false"
  })
  void fitsWhenItsTopicTakesPayloadAndHeaders(String topic, int payload, int header, boolean fits) {
    List<Header> headers = List.of(new RecordHeader("x", new byte[header]));

    assertThat(new OutboxRecord(topic, null, headers, new byte[payload]).fits()).isEqualTo(fits);
  }

  @Test
  void isNeverSmallerThanKafkaTakesItFor() {
    Header[] headers = {
      new RecordHeader("ü", null), new RecordHeader("x".repeat(300), new byte[20_000])
    };
    OutboxRecord record =
        new OutboxRecord("t", new byte[40], List.of(headers), new byte[1_000_000]);

    assertThat(record.size())
        .isGreaterThanOrEqualTo(
            AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                Compression.NONE.type(),
                record.key(),
                record.payload(),
                headers));
  }
}
