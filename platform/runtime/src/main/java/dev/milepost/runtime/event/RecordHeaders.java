package dev.milepost.runtime.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Kafka headers as one text for a database column: a JSON array of name, value, name, value. Values
 * are bytes and need not be text, so each byte stands as the character of the same number (ISO
 * 8859-1), which loses nothing.
 */
public final class RecordHeaders {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RecordHeaders() {}

  /** The headers as text. */
  public static String write(Iterable<Header> headers) {
    List<String> parts = new ArrayList<>();
    for (Header header : headers) {
      byte[] value = header.value() == null ? new byte[0] : header.value();
      parts.add(header.key());
      parts.add(new String(value, StandardCharsets.ISO_8859_1));
    }
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a list of strings can be written", e);
    }
  }

  /** The headers that {@link #write} made a text of. */
  public static Iterable<Header> read(String text) {
    try {
      String[] parts = JSON.readValue(text, String[].class);
      List<Header> headers = new ArrayList<>(parts.length / 2);
      for (int i = 0; i < parts.length; i += 2) {
        headers.add(new RecordHeader(parts[i], parts[i + 1].getBytes(StandardCharsets.ISO_8859_1)));
      }
      return headers;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a stored header list", e);
    }
  }

  /** Headers of an event in binary mode. */
  static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
