package dev.milepost.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.DataFault;
import dev.milepost.contract.Event;
import dev.milepost.contract.EventType;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Makes an event of the published language out of a record, or says why that cannot be done. */
public final class EventReader {
  private static final ObjectMapper STRICT = ContractJson.strict();

  private EventReader() {}

  /** What a record turned out to be. */
  public sealed interface Reading {}

  /** A record that carries an event we know. */
  public record Known(ReceivedEvent event) implements Reading {}

  /** A well-formed CloudEvent of a type that the suite does not know. */
  public record Unknown(CloudEvent event) implements Reading {}

  /**
   * A record that cannot be used.
   *
   * @param event its attributes, if at least those could be read
   * @param reason why
   * @param detail what is wrong, in words
   */
  public record Unreadable(@Nullable CloudEvent event, UntakenReason reason, String detail)
      implements Reading {}

  /** Reads one record. Never throws for what a record contains. */
  public static Reading read(ConsumerRecord<byte[], byte[]> raw) {
    try {
      return readAsEvent(raw);
    } catch (RuntimeException | StackOverflowError e) {
      return new Unreadable(null, UntakenReason.MALFORMED_EVENT, "the record cannot be read");
    }
  }

  private static Reading readAsEvent(ConsumerRecord<byte[], byte[]> raw) {
    CloudEvent event;
    try {
      event = CloudEvent.ofRecord(raw.headers(), raw.value());
    } catch (CloudEvent.Malformed e) {
      return new Unreadable(null, UntakenReason.MALFORMED_EVENT, String.valueOf(e.getMessage()));
    }
    EventType type = EventType.named(event.type()).orElse(null);
    if (type == null || !type.topic().topicName().equals(raw.topic())) {
      return new Unknown(event);
    }
    try {
      Event data = STRICT.readValue(event.data(), type.dataClass());
      return new Known(
          new ReceivedEvent(
              event.source(), event.id(), type, data, event.data(), effect(event), raw));
    } catch (IOException e) {
      return new Unreadable(event, UntakenReason.MALFORMED_DATA, describe(e));
    }
  }

  private static Cause effect(CloudEvent event) {
    String correlation = event.correlationId();
    return new Cause(
        correlation == null ? event.id() : correlation, event.id(), event.traceParent());
  }

  /** What is wrong with the data and where, without the names of our classes. */
  private static String describe(IOException failure) {
    if (failure instanceof JsonMappingException mapping) {
      return "the data does not fit the event's schema: " + DataFault.of(mapping).describe();
    }
    if (failure instanceof JsonProcessingException json) {
      return "the data is not JSON: " + json.getOriginalMessage();
    }
    return "the data is not JSON";
  }
}
