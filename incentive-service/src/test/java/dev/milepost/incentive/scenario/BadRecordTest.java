package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class BadRecordTest {
  private static final Topic TOPIC = Topic.MILESTONES;

  @Inject TestBroker broker;

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{}", "{\"goalId\": 7}", "[]"})
  void aBadRecordIsSetAsideAndTheNextOneIsPaid(String bad) {
    Story story = new Story(broker, Owner.participant("darcel-schlecht"));
    story.activePlan(cash("half-way", "0.5", "250.00"));
    story.goal(1, State.ACTIVE);

    broker.publish(
        TOPIC.topicName(), story.goalId, headers(story), bad.getBytes(StandardCharsets.UTF_8));
    story.reached("0.5", 1);

    story.awaitBooked("EARNING 250.00");
    eventually(
        () ->
            assertThat(broker.records(TOPIC.deadLetterName()))
                .filteredOn(record -> story.goalId.equals(record.key()))
                .singleElement()
                .satisfies(
                    record ->
                        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                            .isEqualTo(bad)));
  }

  private static Map<String, String> headers(Story story) {
    return Map.of(
        "ce_specversion", "1.0",
        "ce_type", EventType.MILESTONE_REACHED.typeName(),
        "ce_source", "/milepost/test",
        "ce_id", story.goalId + ":bad",
        "content-type", "application/json");
  }
}
