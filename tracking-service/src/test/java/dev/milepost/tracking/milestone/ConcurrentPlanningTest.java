package dev.milepost.tracking.milestone;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.catalogue.Catalogues;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Milestones are planned anew while the date of one of them is corrected. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ConcurrentPlanningTest {
  /** After so many looks a goal that nothing is booked to is calm. */
  private static final int LOOKS = 6;

  @Inject World world;
  @Inject Redating redating;
  @Inject Catalogues catalogues;
  @Inject Sql sql;

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
