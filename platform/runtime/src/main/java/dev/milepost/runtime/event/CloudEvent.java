package dev.milepost.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.milepost.contract.ContractJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a CloudEvent and its data, before anything is made of them.
 *
 * @param source system that told us
 * @param id unique within the source
 * @param type name of the type
 * @param correlationId extension: the first cause
 * @param causationId extension: the direct cause
 * @param traceParent W3C trace header
 * @param data JSON of the data
 */
public record CloudEvent(
    String source,
    String id,
    String type,
    @Nullable String correlationId,
    @Nullable String causationId,
    @Nullable String traceParent,
    byte[] data) {

  private static final ObjectMapper STRICT = ContractJson.strict();
  private static final String STRUCTURED = "application/cloudevents+json";

  /** What an index of a database has room for. */
  private static final int LONGEST_ATTRIBUTE = 255;

  /** A record or request body that is no CloudEvent 1.0. The message says what is wrong. */
  public static final class Malformed extends Exception {
    Malformed(String message) {
      super(message);
    }
  }

  /**
   * Reads a Kafka record: binary mode when it has {@code ce_} headers, structured mode otherwise.
   *
   * @throws Malformed when it is neither
   */
  public static CloudEvent ofRecord(Headers headers, byte @Nullable [] value) throws Malformed {
    if (value == null) {
      throw new Malformed("the record has no value");
    }
    String traceParent = attribute(headers, EventHeaders.TRACE_PARENT);
    String contentType = text(headers, EventHeaders.CONTENT_TYPE);
    boolean structured = contentType != null && contentType.startsWith(STRUCTURED);
    if (structured || text(headers, EventHeaders.SPEC_VERSION) == null) {
      return ofStructured(parse(value), traceParent);
    }
    requireVersion(text(headers, EventHeaders.SPEC_VERSION));
    return new CloudEvent(
        required("source", attribute(headers, EventHeaders.SOURCE)),
        required("id", attribute(headers, EventHeaders.ID)),
        required("type", attribute(headers, EventHeaders.TYPE)),
        attribute(headers, EventHeaders.CORRELATION),
        attribute(headers, EventHeaders.CAUSATION),
        traceParent,
        value);
  }

  /**
   * Reads a CloudEvent in structured JSON mode.
   *
   * @throws Malformed when an attribute is missing or wrong
   */
  public static CloudEvent ofStructured(JsonNode event, @Nullable String traceParent)
      throws Malformed {
    if (!event.isObject()) {
      throw new Malformed("the event is not a JSON object");
    }
    requireVersion(attribute(event, "specversion"));
    JsonNode data = event.get("data");
    if (data == null || data.isNull()) {
      throw new Malformed("the attribute 'data' is missing");
    }
    String ownTrace = attribute(event, EventHeaders.TRACE_PARENT);
    return new CloudEvent(
        required("source", attribute(event, "source")),
        required("id", attribute(event, "id")),
        required("type", attribute(event, "type")),
        attribute(event, "correlationid"),
        attribute(event, "causationid"),
        ownTrace == null ? traceParent : ownTrace,
        bytes(data));
  }

  private static JsonNode parse(byte[] value) throws Malformed {
    try {
      return STRICT.readTree(value);
    } catch (JsonProcessingException e) {
      throw new Malformed("the value is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new Malformed("the value is not JSON");
    }
  }

  private static byte[] bytes(JsonNode data) throws Malformed {
    try {
      return ContractJson.treeWriter().writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new Malformed("the data cannot be written as JSON");
    }
  }

  private static void requireVersion(@Nullable String version) throws Malformed {
    if (!"1.0".equals(required("specversion", version))) {
      throw new Malformed("the attribute 'specversion' is not 1.0");
    }
  }

  private static String required(String name, @Nullable String value) throws Malformed {
    if (value == null || value.isBlank()) {
      throw new Malformed("the attribute '" + name + "' is missing");
    }
    return value;
  }

  private static @Nullable String attribute(JsonNode event, String name) throws Malformed {
    JsonNode value = event.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new Malformed("the attribute '" + name + "' is not a string");
    }
    return storable(name, value.textValue());
  }

  private static @Nullable String attribute(Headers headers, String header) throws Malformed {
    String value = text(headers, header);
    return value == null ? null : storable(header, value);
  }

  private static String storable(String name, String value) throws Malformed {
    if (value.length() > LONGEST_ATTRIBUTE) {
      throw new Malformed(attribute(name) + " has more than " + LONGEST_ATTRIBUTE + " characters");
    }
    if (value.indexOf('\0') >= 0) {
      throw new Malformed(attribute(name) + " holds the character U+0000");
    }
    return value;
  }

  /** An attribute, named by itself or by its header. */
  private static String attribute(String name) {
    return "the attribute '" + name.replaceFirst("^ce_", "") + "'";
  }

  private static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
