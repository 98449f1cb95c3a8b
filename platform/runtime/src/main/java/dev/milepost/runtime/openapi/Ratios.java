package dev.milepost.runtime.openapi;

import dev.milepost.contract.Ratio;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Decimals marked {@link Ratio} are numbers in JSON, so they are in the document. */
final class Ratios {
  private final Map<String, Set<String>> fieldsByType;

  Ratios(IndexView index) {
    fieldsByType =
        index.getAnnotations(Ratio.class).stream()
            .map(AnnotationInstance::target)
            .filter(target -> target.kind() == AnnotationTarget.Kind.FIELD)
            .map(AnnotationTarget::asField)
            .collect(
                Collectors.groupingBy(
                    field -> field.declaringClass().simpleName(),
                    Collectors.mapping(field -> field.name(), Collectors.toSet())));
  }

  void correct(Components components) {
    Map<String, Schema> schemas = Objects.requireNonNullElse(components.getSchemas(), Map.of());
    schemas.forEach(
        (name, schema) ->
            fieldsByType.getOrDefault(name, Set.of()).forEach(field -> correct(schema, field)));
  }

  private static void correct(Schema schema, String field) {
    Map<String, Schema> properties = Objects.requireNonNullElse(schema.getProperties(), Map.of());
    Schema declared = properties.get(field);
    if (declared != null) {
      String description = declared.getDescription();
      schema.addProperty(
          field,
          OASFactory.createSchema()
              .type(
                  isNullable(declared)
                      ? List.of(SchemaType.NUMBER, SchemaType.NULL)
                      : List.of(SchemaType.NUMBER))
              .description(description == null ? "A ratio; 1 is the whole." : description));
    }
  }

  /** A reference that may be null is one of two schemas, anything else has two types. */
  private static boolean isNullable(Schema declared) {
    return isNull(declared)
        || Objects.requireNonNullElse(declared.getAnyOf(), List.<Schema>of()).stream()
            .anyMatch(Ratios::isNull);
  }

  private static boolean isNull(Schema schema) {
    return Objects.requireNonNullElse(schema.getType(), List.<SchemaType>of())
        .contains(SchemaType.NULL);
  }
}
