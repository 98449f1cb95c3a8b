package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.actual;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
        ToldSales.event(
            "cr-1-back", EventType.DEAL_WON, SoldEvents.returnOf("cr-1", "cr-ann", "-20", JANUARY)),
        ToldSales.event(
            "cr-1", EventType.DEAL_WON, SoldEvents.sale("cr-ann", List.of(), "50", NOVEMBER)));

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
                  List.of(
                      ToldSales.event(
                          "cr-2",
                          EventType.DEAL_WON,
                          SoldEvents.sale("cr-bob", List.of(), "50", NOVEMBER))));
              record(
                  ToldSales.event(
                      "cr-2-back",
                      EventType.DEAL_WON,
                      SoldEvents.returnOf("cr-2", "cr-bob", "-20", JANUARY)));
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
}
