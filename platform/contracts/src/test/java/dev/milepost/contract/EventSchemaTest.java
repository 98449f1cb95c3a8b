package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemaTest {

  static List<Class<? extends Event>> records() {
    return EventSchemas.records();
  }

  /** Checked before the files are compared, so that updating them cannot hide a break. */
  @ParameterizedTest
  @MethodSource("records")
  void whatConsumersKnowStaysAsItWas(Class<? extends Event> type) throws JsonProcessingException {
    CommittedFile file = EventSchemas.file(type);
    JsonNode released =
        file.exists() ? ContractJson.mapper().readTree(file.read()) : EventSchemas.of(type);

    assertStillThere(type.getSimpleName(), released, EventSchemas.of(type));
  }

  @ParameterizedTest
  @MethodSource("records")
  void committedSchemaIsThatOfTheRecord(Class<? extends Event> type) {
    EventSchemas.file(type).assertIs(EventSchemas.of(type).toPrettyString() + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/properties/stage",
        "/properties/quantity/pattern",
        "/properties/occurredAt/format",
        "/$defs/Split/properties/share",
        "/$defs/CreditType/enum"
      })
  void whatIsTakenAwayIsNoticed(String pointer) {
    JsonNode released = EventSchemas.of(SalesEvent.class);
    JsonNode now = released.deepCopy();
    JsonPointer taken = JsonPointer.compile(pointer);
    ((ObjectNode) now.at(taken.head())).remove(taken.last().getMatchingProperty());

    assertThatThrownBy(() -> assertStillThere("SalesEvent", released, now))
        .hasMessageContaining(taken.last().getMatchingProperty());
  }

  private static void assertStillThere(String path, JsonNode released, JsonNode now) {
    for (Map.Entry<String, JsonNode> field : released.properties()) {
      String fieldPath = path + "/" + field.getKey();
      boolean shapes = List.of("type", "$ref", "pattern", "format").contains(field.getKey());
      if (field.getValue().isObject()) {
        assertThat(now.has(field.getKey())).as(fieldPath + " was removed").isTrue();
        assertStillThere(fieldPath, field.getValue(), now.get(field.getKey()));
      } else if (shapes) {
        assertThat(now.get(field.getKey())).as(fieldPath + " changed").isEqualTo(field.getValue());
      } else if (field.getKey().equals("enum")) {
        assertThat(now.get("enum")).as(fieldPath + " lost a value").containsAll(field.getValue());
      }
    }
  }
}
