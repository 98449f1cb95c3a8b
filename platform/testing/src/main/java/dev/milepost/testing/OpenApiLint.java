package dev.milepost.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rules of our API documents: every operation has a unique id, a summary and its security;
 * every body has an example that fits its schema; a creating POST says where the new resource is; a
 * list is {@code items} and {@code next}; every failure is a problem document.
 */
final class OpenApiLint {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final JsonNode document;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> operationIds = new HashSet<>();

  OpenApiLint(JsonNode document) {
    this.document = document;
  }

  /** What is wrong, each with method and path; empty when nothing is. */
  List<String> faults() {
    if (!document.path("openapi").asText().startsWith("3.1")) {
      faults.add("document: not OpenAPI 3.1");
    }
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .forEach(member -> check(path.getKey(), member)));
    return List.copyOf(faults);
  }

  private void check(String path, Map.Entry<String, JsonNode> member) {
    String place = member.getKey().toUpperCase(Locale.ROOT) + " " + path;
    JsonNode operation = member.getValue();
    String id = operation.path("operationId").asText();
    require(!id.isEmpty() && operationIds.add(id), place, "needs an operationId of its own");
    require(!operation.path("summary").asText().isBlank(), place, "needs a summary");
    require(operation.path("security").size() > 0, place, "needs its security");
    checkBody(place + " request", operation.path("requestBody"));
    operation
        .path("responses")
        .properties()
        .forEach(
            response ->
                checkResponse(
                    place + " " + response.getKey(), response.getKey(), response.getValue()));
  }

  private void checkResponse(String place, String status, JsonNode declared) {
    JsonNode response = resolve(declared);
    if (status.startsWith("4") || status.startsWith("5")) {
      boolean isProblem = response.path("content").has("application/problem+json");
      require(isProblem, place, "must be application/problem+json");
      return;
    }
    checkBody(place, response);
    if (status.equals("201")) {
      require(response.path("headers").has("Location"), place, "needs a Location header");
    }
    for (JsonNode media : json(response)) {
      JsonNode schema = resolve(media.path("schema"));
      JsonNode fields = schema.path("properties");
      require(!isType(schema, "array"), place, "a list is an object with items and next");
      require(!fields.has("items") || fields.has("next"), place, "a list with items needs next");
    }
  }

  private void checkBody(String place, JsonNode body) {
    json(body).forEach(media -> checkMedia(place, media));
  }

  private void checkMedia(String place, JsonNode media) {
    List<JsonNode> examples = examples(media);
    require(
        !examples.isEmpty(),
        place,
        "needs an example: @Schema(examples) on its fields, or openapi/<operationId>.json");
    examples.forEach(example -> checkExample(place, media.path("schema"), example));
  }

  private void checkExample(String place, JsonNode schema, JsonNode example) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    JsonSchema compiled = SCHEMAS.getSchema(whole);
    compiled
        .validate(example)
        .forEach(message -> faults.add(place + ": example: " + message.getMessage()));
  }

  private static List<JsonNode> examples(JsonNode media) {
    List<JsonNode> examples = new ArrayList<>();
    if (media.has("example")) {
      examples.add(media.path("example"));
    }
    media.path("examples").forEach(named -> examples.add(named.path("value")));
    return examples;
  }

  /** What is said about each JSON media type of a body, {@code application/x+json} included. */
  private static List<JsonNode> json(JsonNode body) {
    return body.path("content").properties().stream()
        .filter(media -> media.getKey().matches("application/(.+\\+)?json"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean isType(JsonNode schema, String type) {
    return schema.path("type").asText().equals(type);
  }

  private JsonNode resolve(JsonNode declared) {
    String reference = declared.path("$ref").asText();
    return reference.isEmpty() ? declared : document.at(reference.substring(1));
  }

  private void require(boolean holds, String place, String rule) {
    if (!holds) {
      faults.add(place + ": " + rule);
    }
  }
}
