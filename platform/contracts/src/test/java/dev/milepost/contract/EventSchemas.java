package dev.milepost.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates the JSON Schemas of the published language from its records. */
final class EventSchemas {
  private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?$";

  private static final SchemaGenerator GENERATOR = generator();

  private EventSchemas() {}

  /** The records that have a schema, each once, in the order of the event types. */
  static List<Class<? extends Event>> records() {
    return Stream.of(EventType.values())
        .<Class<? extends Event>>map(EventType::dataClass)
        .distinct()
        .toList();
  }

  /** The schema of one record. */
  static ObjectNode of(Class<? extends Event> type) {
    return GENERATOR.generateSchema(type);
  }

  /** The file that holds the schema of a record. */
  static CommittedFile file(Class<? extends Event> type) {
    return new CommittedFile("schemas/" + type.getSimpleName() + ".json");
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                ContractJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonModule())
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.DEFINITIONS_FOR_ALL_OBJECTS);
    config
        .forTypesInGeneral()
        .withPropertySorter((first, second) -> 0)
        .withDescriptionResolver(scope -> description(scope.getType().getErasedType()))
        .withCustomDefinitionProvider((type, context) -> inline(type.getErasedType(), context));
    config
        .forFields()
        .withRequiredCheck(field -> RequiredComponents.isRequired(component(field)))
        .withDescriptionResolver(EventSchemas::description)
        .withCustomDefinitionProvider(EventSchemas::ratio);
    return new SchemaGenerator(config.build());
  }

  private static @Nullable String description(Class<?> type) {
    return type.getPackage() == Event.class.getPackage() ? Descriptions.of(type) : null;
  }

  private static @Nullable String description(FieldScope field) {
    return field.isFakeContainerItemScope()
        ? null
        : Descriptions.of(record(field), field.getDeclaredName());
  }

  private static @Nullable CustomDefinition inline(Class<?> type, SchemaGenerationContext context) {
    ObjectNode schema = context.getGeneratorConfig().createObjectNode();
    if (type == BigDecimal.class) {
      return new CustomDefinition(schema.put("type", "string").put("pattern", DECIMAL), true);
    }
    return type == Map.class ? new CustomDefinition(schema.put("type", "object"), true) : null;
  }

  private static @Nullable CustomPropertyDefinition ratio(
      FieldScope field, SchemaGenerationContext context) {
    return field.getAnnotation(Ratio.class) == null
        ? null
        : new CustomPropertyDefinition(
            context.getGeneratorConfig().createObjectNode().put("type", "number"));
  }

  private static RecordComponent component(FieldScope field) {
    return Stream.of(record(field).getRecordComponents())
        .filter(component -> component.getName().equals(field.getDeclaredName()))
        .findFirst()
        .orElseThrow();
  }

  private static Class<?> record(FieldScope field) {
    return field.getMember().getDeclaringType().getErasedType();
  }
}
