package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiDocumentTest {
  private static final CommittedFile FILE = new CommittedFile("asyncapi.yaml");

  @Test
  void committedDocumentIsThatOfTheCode() throws JsonProcessingException {
    FILE.assertIs(AsyncApiDocument.yaml());
  }

  @Test
  void everyReferenceLeadsSomewhere() throws JsonProcessingException {
    JsonNode document = new YAMLMapper().readTree(AsyncApiDocument.yaml());

    assertThat(document.findValues("$ref").stream().map(JsonNode::asText).distinct())
        .isNotEmpty()
        .allMatch(
            ref ->
                ref.startsWith("#")
                    ? !document.at(ref.substring(1)).isMissingNode()
                    : new CommittedFile(ref.substring("./".length())).exists());
  }

  @ParameterizedTest
  @EnumSource
  void everyTopicHasAProducerAndAConsumer(Topic topic) throws JsonProcessingException {
    JsonNode operations = new YAMLMapper().readTree(AsyncApiDocument.yaml()).get("operations");
    String channel = "#/channels/" + topic.topicName().replaceAll("^milepost\\.|\\.v1$", "");

    List<String> actions =
        operations
            .valueStream()
            .filter(operation -> operation.at("/channel/$ref").asText().equals(channel))
            .map(operation -> operation.get("action").asText())
            .toList();

    assertThat(actions).contains("send", "receive");
  }

  @ParameterizedTest
  @EnumSource
  void readersAreTheServicesWithAChannelForTheTopic(Topic topic) {
    assertThat(AsyncApiDocument.readers(topic))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("goals", "tracking", "analytics", "incentive")
                .filter(service -> hasChannel(service, topic))
                .toList());
  }

  private static boolean hasChannel(String service, Topic topic) {
    return Stream.of(
            "platform/runtime/src/main/resources/META-INF/microprofile-config.properties",
            service + "-service/src/main/resources/application.properties")
        .flatMap(AsyncApiDocumentTest::channelTopics)
        .anyMatch(topic.topicName()::equals);
  }

  /** The topics of the incoming channels and of the intake that a file of the suite configures. */
  private static Stream<String> channelTopics(String file) {
    Properties settings = new Properties();
    try (Reader in = Files.newBufferedReader(Path.of("../..").resolve(file))) {
      settings.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
    return settings.stringPropertyNames().stream()
        .filter(name -> name.matches("(mp\\.messaging\\.incoming\\..+|milepost\\.intake)\\.topic"))
        .map(settings::getProperty);
  }
}
