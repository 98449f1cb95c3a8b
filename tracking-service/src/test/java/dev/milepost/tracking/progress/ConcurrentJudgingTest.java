package dev.milepost.tracking.progress;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.PaceChanged;
import dev.milepost.contract.PaceChanged.Status;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two replicas judge the same goal at the same time. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ConcurrentJudgingTest {
  @Inject World world;
  @Inject Judge judge;
  @Inject Catalogues catalogues;
  @Inject Clock clock;

  @Test
  void tellsAChangeOnce() {
    world.goal(revenueGoal("judged-twice", Owner.participant("judged-twice"), "1000"));
    await().until(() -> statuses().equals(List.of(Status.OFF_TRACK)));
    world.won("judged-twice-1", "judged-twice", "1000", "2017-11-01T00:00:00Z");
    await().until(() -> "1000".equals(actual("judged-twice")));

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              judgeDue();
              // Neither waits for us nor tells it a second time.
              CompletableFuture.runAsync(
                      () -> QuarkusTransaction.requiringNew().run(this::judgeDue))
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join();
            });

    await().until(() -> statuses().contains(Status.TARGET_REACHED));
    // What is told of another goal after that is told last.
    world.goal(revenueGoal("judged-later", Owner.participant("judged-later"), "1000"));
    await().until(() -> !statuses("judged-later").isEmpty());
    assertThat(statuses()).containsExactly(Status.OFF_TRACK, Status.TARGET_REACHED);
  }

  private void judgeDue() {
    judge.judgeDue(catalogues.shared(), clock.instant(), clock.instant());
  }

  private List<Status> statuses() {
    return statuses("judged-twice");
  }

  private List<Status> statuses(String goal) {
    return world.told(EventType.PACE_CHANGED, goal, PaceChanged.class).stream()
        .map(PaceChanged::status)
        .toList();
  }
}
