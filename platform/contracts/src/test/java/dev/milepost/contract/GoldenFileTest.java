package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What was released once must be readable for ever, and nothing of it may get lost. */
class GoldenFileTest {
  private static final Path GOLDEN = Path.of("src/main/resources/milepost/examples/v1");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private final ObjectMapper mapper = ContractJson.strict();

  static Stream<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAnExample(EventType type) {
    assertThat(GOLDEN.resolve(type.typeName() + ".json")).exists();
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void everyFieldSurvivesReadingAndWriting(Path golden) throws IOException {
    String released = Files.readString(golden);

    Event event = mapper.readValue(released, type(golden).dataClass());

    assertThat(mapper.readTree(mapper.writeValueAsString(event)))
        .isEqualTo(mapper.readTree(released));
  }

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void exampleFitsItsSchema(Path golden) throws IOException {
    JsonSchema schema = SCHEMAS.getSchema(EventSchemas.of(type(golden).dataClass()));

    assertThat(schema.validate(Files.readString(golden), InputFormat.JSON)).isEmpty();
  }

  private static EventType type(Path golden) {
    String name = golden.getFileName().toString().replaceAll("\\.json$", "");
    return Stream.of(EventType.values())
        .filter(type -> name.equals(type.typeName()) || name.startsWith(type.typeName() + "."))
        .findFirst()
        .orElseThrow();
  }
}
