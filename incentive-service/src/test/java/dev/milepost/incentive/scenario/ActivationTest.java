package dev.milepost.incentive.scenario;

import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.scenario.Story.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.Plans;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class ActivationTest {
  @Inject TestBroker broker;
  @Inject Plans plans;
  @Inject GoalStandings standings;
  @Inject Sql sql;

  @Test
  void noGoalFallsBetweenABatchUnderWayAndTheActivationOfAPlan() {
    Story story = new Story(broker, Owner.participant("darcel-schlecht"));
    String planId = story.draftedPlan(cash("half-way", "0.5", "250.00"));

    CompletableFuture<Void> activation =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  plans.held();
                  takeIn(story);
                  CompletableFuture<Void> asked =
                      CompletableFuture.runAsync(() -> Story.activate(planId, 1));
                  eventually(() -> assertThat(isActivationWaiting()).isTrue());
                  return asked;
                });
    activation.join();

    story.awaitBooked("EARNING 250.00");
  }

  /** What a batch does of which a goal and its milestone are part, while no plan pays for them. */
  private void takeIn(Story story) {
    GoalStanding goal =
        standings
            .lock(Set.of(story.goalId))
            .getFirst()
            .with(GoalFixture.goal(story.goalId, story.owner, 1, State.ACTIVE, story.metric))
            .with(GoalFixture.reached(story.goalId, story.owner, "0.5", 1));
    standings.save(List.of(goal));
  }

  private boolean isActivationWaiting() {
    return sql.query(
            """
            SELECT EXISTS (SELECT FROM pg_locks JOIN pg_database ON oid = database
              WHERE datname = current_database() AND locktype = 'advisory'
                AND mode = 'ExclusiveLock' AND NOT granted) AS waiting
            """,
            row -> row.flag("waiting"))
        .getFirst();
  }
}
