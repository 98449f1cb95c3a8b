package dev.milepost.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses well-formed JSON that no sum and no database column can bear: {@code 1e999999999}, a
 * gigabyte when written out, the character U+0000, a year of five digits.
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
    refuse(String.class, StringDeserializer.instance, text -> text.indexOf('\0') >= 0);
    refuse(Instant.class, new InstantReader(), BearableValues::isBeyondTheCalendar);
  }

  private static boolean isTooLong(BigDecimal number) {
    long integerDigits = (long) number.precision() - number.scale();
    return integerDigits > MAX_DIGITS || number.scale() > MAX_DIGITS;
  }

  private static boolean isBeyondTheCalendar(Instant instant) {
    int year = instant.atZone(ZoneOffset.UTC).getYear();
    return year < 1 || year > 9999;
  }

  private <T> void refuse(Class<T> type, JsonDeserializer<?> reader, Predicate<T> refused) {
    addDeserializer(type, new Checked<>(type, reader, refused));
  }

  /** ISO-8601 only; the standard reader would also take a number, of whatever unit. */
  private static final class InstantReader extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return Instant.parse(parser.getText());
      } catch (DateTimeParseException e) {
        throw InvalidFormatException.from(parser, "no instant", parser.getText(), Instant.class);
      }
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
