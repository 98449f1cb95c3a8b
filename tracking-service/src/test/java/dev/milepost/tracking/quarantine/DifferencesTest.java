package dev.milepost.tracking.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.milepost.contract.ContractJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1}                   | {"a": 1, "b": 2}           | /b
          {"a": {"x": 1, "y": 2}}    | {"a": {"x": 1, "y": 3}}    | /a/y
          {"a": [1, 2]}              | {"a": [1, 3, 4]}           | /a/1;/a/2
          {"a": [1]}                 | {"a": {"b": 1}}            | /a
          {"a/b~": 1}                | {}                         | /a~1b~0
          """)
  void pointsToTheSmallestPartsThatDiffer(String before, String after, String pointers) {
    assertThat(between(before, after)).containsExactly(pointers.split(";"));
  }

  @Test
  void findsNothingInEqualValues() {
    assertThat(between("{\"a\": [1, {\"b\": 2}]}", "{\"a\": [1, {\"b\": 2}]}")).isEmpty();
  }

  @Test
  void namesWhatCannotBeStored() {
    assertThat(between("{}", "{\"a\\u0000b\": 1}")).containsExactly("/a\uFFFDb");
  }

  private static List<String> between(String before, String after) {
    return Differences.between(read(before), read(after));
  }

  private static JsonNode read(String json) {
    try {
      return ContractJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
