package dev.milepost.runtime.problem;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters as strictly as bodies: a query or header parameter of the wrong type is a 400
 * that names it, a path parameter of the wrong type is the id of nothing.
 */
@Provider
class StrictParameters implements ParamConverterProvider {
  private static final Map<Class<?>, Function<String, ?>> FORMATS =
      Map.ofEntries(
          Map.entry(int.class, Integer::valueOf),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(long.class, Long::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(boolean.class, StrictParameters::flag),
          Map.entry(Boolean.class, StrictParameters::flag),
          Map.entry(BigDecimal.class, StrictParameters::decimal),
          Map.entry(UUID.class, UUID::fromString),
          Map.entry(Instant.class, Instant::parse),
          Map.entry(LocalDate.class, LocalDate::parse));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    Function<String, ?> format = type.isEnum() ? text -> constant(type, text) : FORMATS.get(type);
    return format == null ? null : new Strict<>(type, format, name(annotations));
  }

  private static Optional<String> name(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .map(
            annotation ->
                switch (annotation) {
                  case QueryParam query -> query.value();
                  case HeaderParam header -> header.value();
                  default -> "";
                })
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /** No exponents: a few characters could stand for a number of a gigabyte. */
  private static BigDecimal decimal(String text) {
    if (text.length() > 40 || !text.matches("-?\\d+(\\.\\d+)?")) {
      throw new IllegalArgumentException();
    }
    return new BigDecimal(text);
  }

  private record Strict<T>(Class<T> type, Function<String, ?> format, Optional<String> name)
      implements ParamConverter<T> {
    @Override
    @SuppressWarnings("unchecked")
    public @Nullable T fromString(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        return (T) format.apply(text);
      } catch (RuntimeException wrongFormat) {
        throw name.<RuntimeException>map(Strict::wrongFormat).orElseGet(NotFoundException::new);
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }

    private static ProblemException wrongFormat(String name) {
      return ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(name, "wrong-format");
    }
  }
}
