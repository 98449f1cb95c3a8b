package dev.milepost.runtime.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
  private static final String STRUCTURED =
      """
      {"specversion":"1.0","id":"d-1","source":"/crm","type":"dev.milepost.sales.deal.won",
       "correlationid":"c-1","data":{"occurredAt":"2017-10-01T00:00:00Z"}}
      """;

  @Test
  void readsBinaryMode() throws Exception {
    Headers headers = headers("ce_specversion", "1.0", "ce_id", "d-1", "ce_source", "/crm");
    headers.add("ce_type", "dev.milepost.sales.deal.won".getBytes(UTF_8));
    headers.add("ce_causationid", "x".getBytes(UTF_8));
    headers.add("traceparent", "00-a-b-01".getBytes(UTF_8));

    CloudEvent event = CloudEvent.ofRecord(headers, "{}".getBytes(UTF_8));

    assertThat(event.id()).isEqualTo("d-1");
    assertThat(event.source()).isEqualTo("/crm");
    assertThat(event.type()).isEqualTo("dev.milepost.sales.deal.won");
    assertThat(event.correlationId()).isNull();
    assertThat(event.causationId()).isEqualTo("x");
    assertThat(event.traceParent()).isEqualTo("00-a-b-01");
    assertThat(event.data()).asString(UTF_8).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cloudevents+json; charset=utf-8", ""})
  void readsStructuredModeWithOrWithoutItsContentType(String contentType) throws Exception {
    Headers headers = contentType.isEmpty() ? headers() : headers("content-type", contentType);

    CloudEvent event = CloudEvent.ofRecord(headers, STRUCTURED.getBytes(UTF_8));

    assertThat(event.id()).isEqualTo("d-1");
    assertThat(event.correlationId()).isEqualTo("c-1");
    assertThat(event.data()).asString(UTF_8).isEqualTo("{\"occurredAt\":\"2017-10-01T00:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                                        | not JSON
          []                                                              | not a JSON object
          {"specversion":"0.3","id":"1","source":"s","type":"t","data":{}} | 'specversion' is not 1.0
          {"specversion":"1.0","source":"s","type":"t","data":{}}          | 'id' is missing
          {"specversion":"1.0","id":7,"source":"s","type":"t","data":{}}   | 'id' is not a string
          {"specversion":"1.0","id":" ","source":"s","type":"t","data":{}} | 'id' is missing
          {"specversion":"1.0","id":"1","source":"s","type":"t"}           | 'data' is missing
          {"id":"1","id":"2"}                                             | Duplicate field 'id'
          """)
  void saysWhatIsWrong(String body, String expected) {
    assertThatThrownBy(() -> CloudEvent.ofRecord(headers(), body.getBytes(UTF_8)))
        .isInstanceOf(CloudEvent.Malformed.class)
        .hasMessageContaining(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_source",
        "ce_id",
        "ce_type",
        "ce_correlationid",
        "ce_causationid",
        "traceparent"
      })
  void refusesHeadersThatNoColumnCanHold(String header) {
    assertThatThrownBy(() -> CloudEvent.ofRecord(whole(header, "a\0b"), "{}".getBytes(UTF_8)))
        .isInstanceOf(CloudEvent.Malformed.class)
        .hasMessageContaining(header.replace("ce_", "") + "' holds the character U+0000");
    assertThatThrownBy(
            () -> CloudEvent.ofRecord(whole(header, "a".repeat(256)), "{}".getBytes(UTF_8)))
        .isInstanceOf(CloudEvent.Malformed.class)
        .hasMessageContaining(header.replace("ce_", "") + "' has more than 255 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "id", "type", "correlationid", "causationid", "traceparent"})
  void refusesAttributesThatNoColumnCanHold(String attribute) throws Exception {
    ObjectNode event = (ObjectNode) new ObjectMapper().readTree(STRUCTURED);

    assertThatThrownBy(() -> CloudEvent.ofStructured(event.put(attribute, "a\0b"), null))
        .isInstanceOf(CloudEvent.Malformed.class)
        .hasMessageContaining(attribute);
    assertThatThrownBy(() -> CloudEvent.ofStructured(event.put(attribute, "a".repeat(256)), null))
        .isInstanceOf(CloudEvent.Malformed.class)
        .hasMessageContaining(attribute);
  }

  @Test
  void dataTakesNoMoreRoomThanItCameIn() throws Exception {
    String numbers = "[" + "1e9999,".repeat(999) + "1e9999]";
    String event = STRUCTURED.replace("\"2017-10-01T00:00:00Z\"", numbers);

    CloudEvent read = CloudEvent.ofRecord(headers(), event.getBytes(UTF_8));

    assertThat(read.data()).hasSizeLessThan(2 * event.length());
  }

  @Test
  void refusesARecordWithoutValue() {
    assertThatThrownBy(() -> CloudEvent.ofRecord(headers("ce_specversion", "1.0"), null))
        .isInstanceOf(CloudEvent.Malformed.class);
  }

  private static Headers whole(String header, String value) {
    Headers headers = headers("ce_specversion", "1.0", "ce_id", "1", "ce_source", "s");
    headers.add("ce_type", "t".getBytes(UTF_8));
    return headers.remove(header).add(header, value.getBytes(UTF_8));
  }

  static Headers headers(String... namesAndValues) {
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1].getBytes(UTF_8));
    }
    return headers;
  }
}
