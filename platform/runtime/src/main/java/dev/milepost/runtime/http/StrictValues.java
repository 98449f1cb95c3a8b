package dev.milepost.runtime.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.BigDecimalDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers.NumberDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that are well-formed JSON but that no database column or sum can bear: {@code
 * 1e999999999}, which would be a gigabyte when written out, and the character U+0000.
 */
final class StrictValues extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DIGITS = 38;
  private static final int MOST_FRACTION_DIGITS = 18;

  StrictValues() {
    check(BigDecimal.class, BigDecimalDeserializer.instance, StrictValues::isOutOfBounds);
    // Numbers where any value may stand, as in an event's attributes.
    check(Number.class, NumberDeserializer.instance, StrictValues::isOutOfBounds);
    check(String.class, StringDeserializer.instance, text -> text.indexOf('\0') >= 0);
  }

  private static boolean isOutOfBounds(Number value) {
    if (!(value instanceof BigDecimal decimal)) {
      return false;
    }
    BigDecimal plain = decimal.stripTrailingZeros();
    long integerDigits = (long) plain.precision() - plain.scale();
    return plain.scale() > MOST_FRACTION_DIGITS || integerDigits > MOST_DIGITS;
  }

  private <T> void check(Class<T> type, JsonDeserializer<?> reader, Predicate<T> refused) {
    addDeserializer(type, new Checked<>(type, reader, refused));
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
    @SuppressWarnings("unchecked")
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
