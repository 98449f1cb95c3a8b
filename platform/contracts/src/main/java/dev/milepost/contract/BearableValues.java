package dev.milepost.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses well-formed JSON that no sum and no database column can bear: {@code 1e999999999}, a
 * gigabyte when written out, the character U+0000, in a map's keys too, a year of five digits.
 * Instants are read to the microsecond, which is as fine as the database keeps them: it would round
 * the last half microsecond of a period into the next.
 */
final class BearableValues extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Most digits on either side of the decimal point; quotients have up to 34. */
  private static final int MAX_DIGITS = 100;

  BearableValues() {
    refuse(
        BigDecimal.class,
        NumberDeserializers.BigDecimalDeserializer.instance,
        BearableValues::isTooLong);
    // Numbers where any value may stand, as in an event's attributes.
    refuse(
        Number.class,
        NumberDeserializers.NumberDeserializer.instance,
        number -> number instanceof BigDecimal decimal && isTooLong(decimal));
    refuse(String.class, StringDeserializer.instance, BearableValues::hasNul);
    addKeyDeserializer(String.class, new KeyReader());
    addDeserializer(Object.class, new AnyReader());
    refuse(
        Instant.class,
        new TextReader<>(
            Instant.class, text -> InstantText.parse(text).truncatedTo(ChronoUnit.MICROS)),
        instant -> isBeyondTheCalendar(instant.atZone(ZoneOffset.UTC).getYear()));
    refuse(
        LocalDate.class,
        new TextReader<>(LocalDate.class, LocalDate::parse),
        date -> isBeyondTheCalendar(date.getYear()));
  }

  private static boolean hasNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  private static boolean isTooLong(BigDecimal number) {
    long integerDigits = (long) number.precision() - number.scale();
    return integerDigits > MAX_DIGITS || number.scale() > MAX_DIGITS;
  }

  private static boolean isBeyondTheCalendar(int year) {
    return year < 1 || year > 9999;
  }

  private <T> void refuse(Class<T> type, JsonDeserializer<?> reader, Predicate<T> refused) {
    addDeserializer(type, new Checked<>(type, reader, refused));
  }

  /** ISO-8601 only; the standard readers would also take numbers, of whatever unit. */
  private static final class TextReader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    TextReader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked") // What the context makes of the token is of the handled type.
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), parser);
      }
      try {
        return parse.apply(parser.getText());
      } catch (DateTimeException e) {
        throw InvalidFormatException.from(parser, "no ISO-8601", parser.getText(), handledType());
      }
    }
  }

  /** The keys of a map. */
  private static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return hasNul(key) ? context.handleWeirdKey(String.class, key, "out of bounds") : key;
    }
  }

  /** The keys of objects that stand where any value may. */
  private static final class AnyReader extends UntypedObjectDeserializer {
    private static final long serialVersionUID = 1L;

    AnyReader() {
      super(null, (JavaType) null);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Object value = super.deserialize(parser, context);
      if (value instanceof Map<?, ?> map
          && map.keySet().stream().map(String::valueOf).anyMatch(BearableValues::hasNul)) {
        throw InvalidFormatException.from(parser, "out of bounds", value, Map.class);
      }
      return value;
    }
  }

  /** Reads as {@code reader} does, then looks at the value. */
  private static final class Checked<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<?> reader;
    private final transient Predicate<T> refused;

    Checked(Class<T> type, JsonDeserializer<?> reader, Predicate<T> refused) {
      super(type);
      this.reader = reader;
      this.refused = refused;
    }

    @Override
    @SuppressWarnings("unchecked") // The reader is the standard one of the type.
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      T value = (T) reader.deserialize(parser, context);
      if (value != null && refused.test(value)) {
        throw InvalidFormatException.from(parser, "out of bounds", value, handledType());
      }
      return value;
    }
  }
}
