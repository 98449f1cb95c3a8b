package dev.milepost.runtime.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * An example body, put together from the examples of a schema's fields. There is none where a field
 * needs an example and has none: a made-up text would explain nothing.
 */
final class SchemaSample {
  private static final String REFERENCE = "#/components/schemas/";
  private static final int DEEPEST = 8;

  private static final Map<String, Object> BY_FORMAT =
      Map.of(
          "date-time", "2017-10-01T00:00:00Z",
          "date", "2017-10-01",
          "uuid", "0192f0c1-7c3e-7d6a-9b1e-2f4a5b6c7d8e");

  private static final Map<SchemaType, Object> BY_TYPE =
      Map.of(SchemaType.INTEGER, 1, SchemaType.NUMBER, 0.5, SchemaType.BOOLEAN, true);

  private final Map<String, Schema> declared;

  SchemaSample(Map<String, Schema> declared) {
    this.declared = declared;
  }

  Optional<Object> of(Schema schema) {
    return sample(schema, 0);
  }

  private Optional<Object> sample(Schema schema, int depth) {
    if (schema.getRef() != null) {
      Schema referred = declared.get(schema.getRef().replace(REFERENCE, ""));
      return referred == null ? Optional.empty() : sample(referred, depth + 1);
    }
    return given(schema)
        .or(() -> firstOf(schema, depth))
        .or(() -> object(schema, depth))
        .or(() -> list(schema, depth))
        .or(() -> obvious(schema));
  }

  private static Optional<Object> given(Schema schema) {
    return Stream.of(schema.getExamples(), schema.getEnumeration())
        .filter(values -> values != null && !values.isEmpty())
        .<Object>map(List::getFirst)
        .findFirst();
  }

  /** Of a choice the first that can be shown; parts of a whole are one choice, too. */
  private Optional<Object> firstOf(Schema schema, int depth) {
    return Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .flatMap(choice -> sample(choice, depth + 1).stream())
        .findFirst();
  }

  private Optional<Object> object(Schema schema, int depth) {
    if (schema.getProperties() == null) {
      return is(schema, SchemaType.OBJECT) ? Optional.of(Map.of()) : Optional.empty();
    }
    Map<String, Object> sample = new LinkedHashMap<>();
    for (Map.Entry<String, Schema> property : schema.getProperties().entrySet()) {
      Optional<Object> value = sample(property.getValue(), depth + 1);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sample.put(property.getKey(), value.get());
    }
    return Optional.of(sample);
  }

  /** A tree that nests itself ends in an empty list. */
  private Optional<Object> list(Schema schema, int depth) {
    if (schema.getItems() == null) {
      return Optional.empty();
    }
    return depth > DEEPEST
        ? Optional.of(List.of())
        : sample(schema.getItems(), depth + 1).map(List::of);
  }

  private static Optional<Object> obvious(Schema schema) {
    Object byFormat = schema.getFormat() == null ? null : BY_FORMAT.get(schema.getFormat());
    return Optional.ofNullable(byFormat)
        .or(
            () ->
                Objects.requireNonNullElse(schema.getType(), List.<SchemaType>of()).stream()
                    .filter(BY_TYPE::containsKey)
                    .map(BY_TYPE::get)
                    .findFirst());
  }

  private static boolean is(Schema schema, SchemaType type) {
    return schema.getType() != null && schema.getType().contains(type);
  }
}
