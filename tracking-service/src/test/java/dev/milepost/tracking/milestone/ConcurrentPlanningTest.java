package dev.milepost.tracking.milestone;

import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A goal changes while the dates of its milestones are corrected. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ConcurrentPlanningTest {
  /** After so many looks a goal that nothing is booked to is calm. */
  private static final int LOOKS = 6;

  @Inject World world;
  @Inject Redating redating;
  @Inject Catalogues catalogues;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aDateIsCorrectedOnlyWhenThePlanIsMade() {
    world.goal(revenueGoal("replanned", Owner.participant("replanned"), "1000"));
    world.won("replanned-1", "replanned", "300", "2017-10-20T00:00:00Z");
    await().until(() -> "300".equals(actual("replanned")));
    CompletableFuture<Void> sweeps =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  catalogues.change();
                  QuarkusTransaction.requiringNew().run(this::misdate);
                  CompletableFuture<Void> sweeping = CompletableFuture.runAsync(this::sweep);
                  sweeping.completeOnTimeout(null, 3, TimeUnit.SECONDS).join();
                  assertThat(reachedAt()).isEqualTo("2017-10-21T00:00:00Z");
                  return sweeping;
                });

    await().until(() -> "2017-10-20T00:00:00Z".equals(reachedAt()));
    sweeps.join();
  }

  @Test
  void aMilestoneIsHeldToARaisedTargetOnlyWhenNothingIsBooked() {
    clock.moveTo(Instant.parse("2017-11-10T12:00:00Z"));
    Owner owner = Owner.participant("raised");
    world.goal(goal("raised", 1, State.ACTIVE, owner, FAR, version(1, "1000", "0.5")));
    world.won("raised-1", "raised", "600", "2017-11-05T10:00:00Z");
    await().until(() -> "600".equals(actual("raised")));
    Version first = version(1, "1000", "0.5");
    world.goal(goal("raised", 2, State.ACTIVE, owner, FAR, first, version(2, "2000", "0.5")));
    await().until(() -> "2000".equals(progress("raised").getString("target")));
    clock.moveTo(Instant.parse("2017-12-24T12:00:00Z"));
    world.won("raised-2", "raised", "550", "2017-11-11T10:00:00Z");
    await().until(() -> "1150".equals(actual("raised")));
    world.reverse("raised-undo", "raised-1");
    await().until(() -> "550".equals(actual("raised")));

    CompletableFuture<Void> sweeps =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  catalogues.change();
                  CompletableFuture<Void> sweeping = CompletableFuture.runAsync(this::sweep);
                  sweeping.completeOnTimeout(null, 3, TimeUnit.SECONDS).join();
                  QuarkusTransaction.requiringNew().run(this::bookSomethingEarlier);
                  return sweeping;
                });

    sweeps.join();
    await()
        .until(
            () ->
                !world
                    .told(EventType.MILESTONE_REVERTED, "raised", MilestoneReverted.class)
                    .isEmpty());
  }

  /** As far as the sweep can see. */
  private void bookSomethingEarlier() {
    sql.update(
        """
        UPDATE milestone_redating SET earliest = earliest - interval '1 day'
        WHERE goal_no = (SELECT no FROM goal WHERE goal_id = 'raised')
        """);
  }

  private void misdate() {
    sql.update(
        """
        UPDATE milestone SET reached_at = reached_at + interval '1 day'
        WHERE reached_at IS NOT NULL
          AND goal_no = (SELECT no FROM goal WHERE goal_id = 'replanned')
        """);
    sql.update(
        """
        INSERT INTO milestone_redating (goal_no, noted_at)
        SELECT no, now() FROM goal WHERE goal_id = 'replanned'
        """);
  }

  private void sweep() {
    for (int look = 0; look < LOOKS; look++) {
      redating.sweep();
    }
  }

  private static String reachedAt() {
    return progress("replanned").getString("milestones[0].reachedAt");
  }
}
