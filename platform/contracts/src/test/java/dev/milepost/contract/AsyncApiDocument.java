package dev.milepost.contract;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Generates the AsyncAPI 3 document of the suite from its topics, types and examples. */
final class AsyncApiDocument {
  private static final String GOALS = "goals";
  private static final String TRACKING = "tracking";
  private static final String ANALYTICS = "analytics";
  private static final String INCENTIVE = "incentive";
  private static final String OTHERS = "other systems";

  /** Who publishes what, and who reads it. */
  private record Flow(Topic topic, List<String> producers, List<String> consumers) {}

  private static final List<Flow> FLOWS =
      List.of(
          new Flow(Topic.SALES_EVENTS, List.of(OTHERS, TRACKING), List.of(TRACKING, ANALYTICS)),
          new Flow(Topic.DIRECTORY, List.of(GOALS), List.of(GOALS, TRACKING, ANALYTICS, INCENTIVE)),
          new Flow(Topic.METRICS, List.of(GOALS), List.of(ANALYTICS)),
          new Flow(Topic.GOALS, List.of(GOALS), List.of(TRACKING, ANALYTICS, INCENTIVE)),
          new Flow(Topic.CREDITS, List.of(TRACKING), List.of(ANALYTICS, INCENTIVE)),
          new Flow(Topic.PROGRESS, List.of(TRACKING), List.of(GOALS, ANALYTICS, INCENTIVE)),
          new Flow(Topic.MILESTONES, List.of(TRACKING), List.of(INCENTIVE)),
          new Flow(Topic.REWARDS, List.of(INCENTIVE), List.of(ANALYTICS, OTHERS)));

  private AsyncApiDocument() {}

  /** Which of the four services read the topic, as the document says. */
  static List<String> readers(Topic topic) {
    return FLOWS.stream()
        .filter(flow -> flow.topic() == topic)
        .flatMap(flow -> flow.consumers().stream())
        .filter(who -> !who.equals(OTHERS))
        .toList();
  }

  /** The document as YAML. */
  static String yaml() throws JsonProcessingException {
    YAMLFactory factory =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new QuotingDates())
            .build();
    return new YAMLMapper(factory).writeValueAsString(document());
  }

  /** Without quotes some parsers make a date of a string that looks like one. */
  private static final class QuotingDates extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteValue(String value) {
      return super.needToQuoteValue(value) || value.matches("[0-9]{4}-.*");
    }
  }

  private static Map<String, Object> document() {
    return ordered(
        "asyncapi", "3.0.0",
        "info",
            ordered(
                "title",
                "Milepost events",
                "version",
                "1.0.0",
                "description",
                "CloudEvents 1.0 over Kafka. The suite writes binary mode and reads structured"
                    + " mode too. Readers ignore fields they do not know. A record that cannot"
                    + " be used is copied to the topic's own dead-letter topic, named"
                    + " <topic>.dlq, with the reason in its headers.",
                "license",
                Map.of("name", "Apache-2.0")),
        "defaultContentType", "application/json",
        "channels", each(Topic.values(), AsyncApiDocument::name, AsyncApiDocument::channel),
        "operations", operations(),
        "components",
            ordered(
                "messages",
                    each(EventType.values(), EventType::typeName, AsyncApiDocument::message),
                "schemas", Map.of("CloudEvent", cloudEvent())));
  }

  private static Map<String, Object> channel(Topic topic) {
    TopicDeclaration declared =
        TopicDeclaration.all().stream()
            .filter(declaration -> declaration.name().equals(topic.topicName()))
            .findFirst()
            .orElseThrow();
    return ordered(
        "address", topic.topicName(),
        "description", "Record key: " + declared.key() + ".",
        "messages",
            each(
                types(topic).toArray(EventType[]::new),
                EventType::typeName,
                type -> ref("#/components/messages/" + type.typeName())),
        "bindings",
            ordered(
                "kafka",
                ordered(
                    "partitions", declared.partitions(),
                    "topicConfiguration", configuration(declared),
                    "bindingVersion", "0.5.0")));
  }

  private static Map<String, Object> configuration(TopicDeclaration declared) {
    Map<String, Object> configuration = new TreeMap<>();
    configuration.put("cleanup.policy", List.of(declared.cleanup()));
    if (declared.retentionDays() != null) {
      configuration.put("retention.ms", declared.retentionDays() * 86_400_000L);
    }
    return configuration;
  }

  private static Map<String, Object> operations() {
    Map<String, Object> operations = new LinkedHashMap<>();
    for (Flow flow : FLOWS) {
      flow.producers().forEach(who -> add(operations, who, "send", "publishes", flow.topic()));
      flow.consumers().forEach(who -> add(operations, who, "receive", "reads", flow.topic()));
    }
    return operations;
  }

  private static void add(
      Map<String, Object> operations, String who, String action, String verb, Topic topic) {
    operations.put(
        "%s-%s-%s".formatted(who.replace(' ', '-'), verb, name(topic)),
        ordered(
            "action", action,
            "channel", ref("#/channels/" + name(topic)),
            "tags", List.of(Map.of("name", who))));
  }

  private static Map<String, Object> message(EventType type) {
    return ordered(
        "name", type.typeName(),
        "title", type.typeName().replaceFirst("^dev\\.milepost\\.(sales|\\w+)\\.", ""),
        "summary", Descriptions.of(type.dataClass()),
        "headers", ref("#/components/schemas/CloudEvent"),
        "payload",
            ordered(
                "schemaFormat",
                "application/schema+json;version=draft-2020-12",
                "schema",
                ref("./" + EventSchemas.file(type.dataClass()).path())),
        "bindings",
            ordered("kafka", ordered("key", Map.of("type", "string"), "bindingVersion", "0.5.0")),
        "examples", List.of(ordered("headers", headers(type), "payload", example(type))));
  }

  private static Map<String, Object> headers(EventType type) {
    boolean ours = type.topic() != Topic.SALES_EVENTS;
    Map<String, Object> headers =
        ordered(
            "ce_specversion", "1.0",
            "ce_type", type.typeName(),
            "ce_source", ours ? "/milepost/" + producer(type.topic()) : "/crm",
            "ce_id", "019ea1c2-7a10-7c55-9d3e-2f6b8c4d0a01",
            "content-type", "application/json");
    if (ours) {
      headers.put("ce_correlationid", "1C1I7A6R:won");
      headers.put("ce_causationid", "1C1I7A6R:won");
    }
    return headers;
  }

  private static Map<String, Object> cloudEvent() {
    return ordered(
        "type",
        "object",
        "description",
        "CloudEvents attributes in binary mode, as Kafka record headers.",
        "required",
        List.of("ce_specversion", "ce_type", "ce_source", "ce_id"),
        "properties",
        ordered(
            "ce_specversion", ordered("type", "string", "const", "1.0"),
            "ce_type", text("which event this is"),
            "ce_source", text("the system that tells; with ce_id the identity of the event"),
            "ce_id", text("unique within the source"),
            "ce_time", ordered("type", "string", "format", "date-time"),
            "ce_correlationid", text("the first cause, normally a sales event or a request"),
            "ce_causationid", text("the direct cause"),
            "traceparent", text("W3C trace context"),
            "content-type", ordered("type", "string", "const", "application/json")));
  }

  private static JsonNode example(EventType type) {
    try {
      return ContractJson.mapper()
          .readTree(new CommittedFile("examples/v1/" + type.typeName() + ".json").read());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(type.typeName(), e);
    }
  }

  private static List<EventType> types(Topic topic) {
    return Stream.of(EventType.values()).filter(type -> type.topic() == topic).toList();
  }

  private static String producer(Topic topic) {
    return FLOWS.stream()
        .filter(flow -> flow.topic() == topic)
        .map(flow -> flow.producers().getFirst())
        .findFirst()
        .orElseThrow();
  }

  private static String name(Topic topic) {
    return topic.topicName().replaceAll("^milepost\\.|\\.v1$", "");
  }

  private static Map<String, Object> text(String description) {
    return ordered("type", "string", "description", description);
  }

  private static Map<String, Object> ref(String target) {
    return Map.of("$ref", target);
  }

  private static <T> Map<String, Object> each(
      T[] values, Function<T, String> key, Function<T, Object> value) {
    BinaryOperator<Object> never =
        (a, b) -> {
          throw new IllegalStateException("two of one name");
        };
    return Stream.of(values).collect(toMap(key, value, never, LinkedHashMap::new));
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
