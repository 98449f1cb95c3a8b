package dev.milepost.tracking.query;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads query parameters; one that cannot be read is refused with its name. */
public final class Filter {
  private Filter() {}

  /** An instant in ISO-8601, or none. */
  public static @Nullable Instant instant(String name, @Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw refused(name, "wrong-format");
    }
  }

  /** One of the constants, or none. */
  public static <E extends Enum<E>> @Nullable E constant(
      String name, @Nullable String text, Class<E> type) {
    if (text == null) {
      return null;
    }
    return Stream.of(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(() -> refused(name, "unknown-value"));
  }

  /** {@code true} or {@code false}, or none. */
  public static @Nullable Boolean flag(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refused(name, "unknown-value");
    };
  }

  /** Text that a database can be asked for. */
  public static void requireText(String name, @Nullable String text) {
    if (text != null && text.indexOf('\0') >= 0) {
      throw refused(name, "unusable-character");
    }
  }

  private static ProblemException refused(String name, String code) {
    return ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(name, code);
  }
}
