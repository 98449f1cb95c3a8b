package dev.milepost.tracking.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody can say what was told of a goal while the broker is away. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
@WithTestResource(ClosingWithoutBrokerTest.NoBroker.class)
class ClosingWithoutBrokerTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");

  @Inject GoalIntake intake;
  @Inject Closing closing;
  @Inject MovableClock clock;

  /** Takes the broker away that the other resource has started. */
  public static final class NoBroker implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      return Map.of(
          "kafka.bootstrap.servers", "localhost:1",
          "kafka.request.timeout.ms", "500",
          "kafka.default.api.timeout.ms", "1000",
          "milepost.sweep.closing", "off");
    }

    @Override
    public void stop() {}

    @Override
    public int order() {
      return 1;
    }
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void closesNothingBeforeItKnowsWhatWasToldMeanwhile() {
    clock.moveTo(GRACE_END.minusSeconds(1));
    QuarkusTransaction.requiringNew().run(() -> intake.apply(List.of(told(goal()))));
    clock.moveTo(GRACE_END);

    closing.sweep();

    assertThat(World.progress("goal-outage").getBoolean("provisional")).isTrue();
  }

  private static GoalSnapshot goal() {
    return World.goal(
        "goal-outage",
        1,
        State.ACTIVE,
        Owner.participant("outage"),
        GRACE_END,
        World.version(1, "1000"));
  }

  private static ReceivedEvent told(GoalSnapshot goal) {
    return new ReceivedEvent(
        "/milepost/goals",
        goal.goalId() + ":1",
        EventType.GOAL_PUBLISHED,
        goal,
        new byte[0],
        Cause.first("approval"),
        new ConsumerRecord<>(Topic.GOALS.topicName(), 0, 0, new byte[0], new byte[0]));
  }
}
