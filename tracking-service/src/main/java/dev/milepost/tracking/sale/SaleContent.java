package dev.milepost.tracking.sale;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SalesEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The data of a sales event in the one form that equal data share (fields and keys sorted, numbers
 * in one notation), and a hash over it and the event's type. Two events with one identity are the
 * same if their hashes are; the envelope (time, extensions, order of fields) does not count.
 *
 * @param json canonical data, UTF-8; reads back as the same {@link SalesEvent}
 * @param hash first half of SHA-256, 16 bytes
 */
public record SaleContent(byte[] json, byte[] hash) {
  private static final int HASH_BYTES = 16;
  private static final ObjectWriter CANONICAL =
      ContractJson.configure(
              JsonMapper.builder()
                  .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                  .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                  .build())
          .registerModule(new SimpleModule().addSerializer(Number.class, new Shortest()))
          .writerFor(SalesEvent.class);

  /** The canonical form of an event's data. */
  public static SaleContent of(EventType type, SalesEvent data) {
    try {
      byte[] json = CANONICAL.writeValueAsBytes(data);
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(type.typeName().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return new SaleContent(json, Arrays.copyOf(digest.digest(json), HASH_BYTES));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data that was read can be written", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The data that a canonical form was made of. */
  public static SalesEvent data(byte[] json) {
    try {
      return ContractJson.mapper().readValue(json, SalesEvent.class);
    } catch (IOException e) {
      throw new UncheckedIOException("stored data reads back", e);
    }
  }

  /** Writes 10.50 and 10.5 alike, 10.0 and 1e1 as 10, and what is huge with an exponent. */
  private static final class Shortest extends JsonSerializer<Number> {
    private static final int LONGEST_PLAIN = 38;

    /** A number that has an exponent is not read when it has more digits. */
    private static final int LONGEST_WITH_EXPONENT = 100;

    @Override
    public void serialize(Number value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
      long digits = Digits.integerDigits(number);
      boolean plain = digits <= LONGEST_PLAIN || digits > LONGEST_WITH_EXPONENT;
      json.writeNumber((plain && number.scale() < 0 ? number.setScale(0) : number).toString());
    }
  }
}
