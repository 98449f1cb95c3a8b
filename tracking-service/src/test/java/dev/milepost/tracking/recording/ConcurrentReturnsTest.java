package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.actual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A return and what it returns in one batch, and in two batches that do not see each other. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ConcurrentReturnsTest {
  private static final String NOVEMBER = "2017-11-05T10:00:00Z";
  private static final String JANUARY = "2018-01-09T10:00:00Z";

  @Inject World world;
  @Inject Recording recording;

  @Test
  void countWhicheverIsFirstInABatch() {
    goal("cr-ann");

    record(
        event("cr-1-back", SoldEvents.returnOf("cr-1", "cr-ann", "-20", JANUARY)),
        event("cr-1", SoldEvents.sale("cr-ann", List.of(), "50", NOVEMBER)));

    assertThat(actual("goal-cr-ann")).isEqualTo("30");
    assertThat(World.credits("cr-1-back").getList("items")).hasSize(1);
  }

  @Test
  void countWhenNeitherSawTheOther() {
    goal("cr-bob");

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              recording.record(
                  List.of(event("cr-2", SoldEvents.sale("cr-bob", List.of(), "50", NOVEMBER))));
              record(event("cr-2-back", SoldEvents.returnOf("cr-2", "cr-bob", "-20", JANUARY)));
            });

    await().until(() -> "30".equals(actual("goal-cr-bob")));
  }

  private void goal(String owner) {
    world.goal(
        World.goal(
            "goal-" + owner,
            Owner.participant(owner),
            World.wonRevenue("won-original", Returns.ORIGINAL),
            World.FAR,
            World.version(1, "1000")));
    await().until(() -> "0".equals(actual("goal-" + owner)));
  }

  private void record(ReceivedEvent... events) {
    QuarkusTransaction.requiringNew()
        .run(() -> assertThat(recording.record(List.of(events))).isEmpty());
  }

  private static ReceivedEvent event(String id, SalesEvent data) {
    return new ReceivedEvent(
        World.CRM,
        id,
        EventType.DEAL_WON,
        data,
        new byte[0],
        Cause.first(id),
        new ConsumerRecord<>(Topic.SALES_EVENTS.topicName(), 0, 0, new byte[0], new byte[0]));
  }
}
