package dev.milepost.runtime.problem;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not yet written: its bundle key, and the values for its placeholders. The language
 * is chosen when it is answered.
 */
record Text(String key, Map<String, String> values) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  Text {
    values = Map.copyOf(values);
  }

  /** Values by position: {@code {0}}, {@code {1}}, …. */
  static Text of(String key, @Nullable Object... arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      values.put(Integer.toString(i), print(arguments[i]));
    }
    return new Text(key, values);
  }

  /** Replaces the placeholders of a pattern; one without a value stays as it is. */
  String fill(String pattern) {
    return PLACEHOLDER
        .matcher(pattern)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /** Numbers as they travel in JSON, without a language's grouping. */
  static String print(@Nullable Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.toPlainString()
        : Objects.toString(value, "");
  }
}
