package dev.milepost.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Event;
import dev.milepost.contract.InstantText;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Writes events as CloudEvents in binary mode: attributes as headers, data as value. */
public final class EventWriter {

  private EventWriter() {}

  /** The headers of an event. */
  public static List<Header> headers(OutgoingEvent event, String source, Instant time) {
    Headers headers = new org.apache.kafka.common.header.internals.RecordHeaders();
    RecordHeaders.add(headers, EventHeaders.SPEC_VERSION, "1.0");
    RecordHeaders.add(headers, EventHeaders.ID, event.id());
    RecordHeaders.add(headers, EventHeaders.SOURCE, source);
    RecordHeaders.add(headers, EventHeaders.TYPE, event.type().typeName());
    RecordHeaders.add(headers, EventHeaders.TIME, InstantText.of(time));
    RecordHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
    Cause cause = event.cause();
    RecordHeaders.add(headers, EventHeaders.CORRELATION, cause.correlationId());
    if (cause.causationId() != null) {
      RecordHeaders.add(headers, EventHeaders.CAUSATION, cause.causationId());
    }
    if (cause.traceParent() != null) {
      RecordHeaders.add(headers, EventHeaders.TRACE_PARENT, cause.traceParent());
    }
    return List.of(headers.toArray());
  }

  /** The data of an event as JSON. */
  public static byte[] data(Event data) {
    try {
      return ContractJson.mapper().writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of the contract can be written", e);
    }
  }
}
