package dev.milepost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicDeclarationTest {
  private final Map<String, TopicDeclaration> declared =
      TopicDeclaration.all().stream()
          .collect(Collectors.toMap(TopicDeclaration::name, Function.identity()));

  @Test
  void everyTopicAndItsDeadLetterTopicIsDeclaredAndNoOther() {
    List<String> expected =
        Stream.of(Topic.values())
            .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterName()))
            .toList();

    assertThat(TopicDeclaration.all())
        .extracting(TopicDeclaration::name)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyTopicHasTwelvePartitions() {
    assertThat(declared.values()).allMatch(topic -> topic.partitions() == 12);
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECTORY", "METRICS", "GOALS", "PROGRESS"})
  void topicOfStatesIsCompactedAndNeverExpires(Topic topic) {
    assertThat(declared.get(topic.topicName()).brokerSettings())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }

  @ParameterizedTest
  @EnumSource(names = {"SALES_EVENTS", "CREDITS", "MILESTONES", "REWARDS"})
  void topicOfFactsKeepsThemThirtyDays(Topic topic) {
    assertThat(declared.get(topic.topicName()).brokerSettings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "2592000000");
  }

  /** Whether a sale is late depends on when it arrived, which is not for its producer to say. */
  @Test
  void salesAreStampedByTheBroker() {
    assertThat(declared.get(Topic.SALES_EVENTS.topicName()).brokerSettings())
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @ParameterizedTest
  @EnumSource
  void deadLettersAreKeptNinetyDaysAndMayBeLargerThanTheirSource(Topic topic) {
    assertThat(declared.get(topic.deadLetterName()).brokerSettings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "7776000000")
        .containsEntry("max.message.bytes", "2097152");
  }

  @ParameterizedTest
  @EnumSource
  void topicIsFoundByItsName(Topic topic) {
    assertThat(Topic.named(topic.topicName())).contains(topic);
  }
}
