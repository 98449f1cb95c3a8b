package dev.milepost.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiLintTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String GOOD =
      """
      {"openapi": "3.1.0",
       "paths": {"/v1/notes": {
         "get": {"operationId": "listNotes", "summary": "All", "security": [{"bearer": []}],
           "responses": {
             "200": {"content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Page"},
               "example": {"items": [{"title": "a"}], "next": null}}}},
             "401": {"$ref": "#/components/responses/unauthenticated"}}},
         "post": {"operationId": "createNote", "summary": "New", "security": [{"bearer": []}],
           "requestBody": {"content": {
             "application/json": {
               "schema": {"$ref": "#/components/schemas/Note"}, "example": {"title": "a"}},
             "application/note-batch+json": {
               "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
               "example": [{"title": "a"}]}}},
           "responses": {
             "201": {"headers": {"Location": {}}, "content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Note"},
               "examples": {"one": {"value": {"title": "a"}}}}}}}}}},
       "components": {
         "schemas": {
           "Note": {"type": "object", "required": ["title"],
             "properties": {"title": {"type": "string"}}},
           "Page": {"type": "object", "properties": {
             "items": {"type": "array", "items": {"$ref": "#/components/schemas/Note"}},
             "next": {"type": ["string", "null"]}}}},
         "responses": {"unauthenticated": {"content": {"application/problem+json": {}}}}}}
      """;

  @Test
  void findsNothingWrongWithAGoodDocument() throws JsonProcessingException {
    assertThat(new OpenApiLint(MAPPER.readTree(GOOD)).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          /openapi | "3.0.3" | document: not OpenAPI 3.1
          /paths/~1v1~1notes/get/operationId | "createNote" | needs an operationId of its own
          /paths/~1v1~1notes/get/operationId | "" | needs an operationId of its own
          /paths/~1v1~1notes/get/summary | " " | needs a summary
          /paths/~1v1~1notes/get/security | [] | needs its security
          /paths/~1v1~1notes/post/requestBody/content/application~1json | {} | needs an example
          /paths/~1v1~1notes/post/responses/201/content/application~1json | {} | needs an example
          /paths/~1v1~1notes/post/responses/201/headers | {} | needs a Location header
          /paths/~1v1~1notes/post/requestBody/content/application~1json/example | {} | example:
          /paths/~1v1~1notes/post/requestBody/content/application~1note-batch+json/example | {"title": "a"} | example:
          /paths/~1v1~1notes/get/responses/200/content/application~1json/example/items/0 | 7 | example:
          /paths/~1v1~1notes/get/responses/200/content/application~1json/schema | {"type": "array"} | a list is an object
          /components/schemas/Page/properties | {"items": {}} | a list with items needs next
          /components/responses/unauthenticated | {} | must be application/problem+json
          """)
  void findsEachFault(String pointer, String value, String fault) throws JsonProcessingException {
    JsonNode document = MAPPER.readTree(GOOD);
    JsonPointer place = JsonPointer.valueOf(pointer);
    JsonNode parent = document.at(place.head());
    if (parent instanceof ObjectNode object) {
      object.set(place.last().getMatchingProperty(), MAPPER.readTree(value));
    } else {
      ((ArrayNode) parent).set(place.last().getMatchingIndex(), MAPPER.readTree(value));
    }

    assertThat(new OpenApiLint(document).faults()).anyMatch(found -> found.contains(fault));
  }
}
