package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.CreditingWorld.awaitMember;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That somebody moves is told by two teams, one after the other. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class MoveToldInTwoTest {
  private static final String KNOWN = "SELECT version FROM directory_team WHERE id = ?";
  private static final String ABOVE = "goal-two-company";

  @Inject World world;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  /**
   * The company neither loses the sale nor a milestone while only one team has told of the move.
   */
  @Test
  void leavesTheTeamAboveBothAsItIs() {
    CreditingWorld told = new CreditingWorld(world);
    told.goals(Owner.participant("two-ann"), Owner.team("two-east"), Owner.team("two-west"));
    world.goal(World.revenueGoal(ABOVE, Owner.team("two-company"), "100"));
    world.team("two-company", "");
    told.team("two-east", 1, "two-company", always("two-ann"));
    told.team("two-west", 1, "two-company");
    awaitMember("two-ann", "two-east");
    world.won("two-1", "two-ann", "100", "2017-11-05T10:00:00Z");
    await().until(() -> reached().size() == 4);

    clock.moveTo(clock.instant());
    told.team("two-east", 2, "two-company");
    awaitKnown("two-east");
    told.team("two-west", 2, "two-company", always("two-ann"));
    awaitKnown("two-west");
    clock.advance(Duration.ofSeconds(3));

    await().until(() -> "100".equals(actual("goal-two-west")));
    assertThat(actual("goal-two-east")).isEqualTo("0");
    assertThat(actual(ABOVE)).isEqualTo("100");
    assertThat(World.credits("two-1").getList("items.teams"))
        .containsExactly(
            List.of("two-east", "two-company"),
            List.of("two-east", "two-company"),
            List.of("two-west", "two-company"));
    assertThat(world.told(EventType.MILESTONE_REVERTED, ABOVE, MilestoneReverted.class)).isEmpty();
    assertThat(reached()).hasSize(4);
  }

  private List<MilestoneReached> reached() {
    return world.told(EventType.MILESTONE_REACHED, ABOVE, MilestoneReached.class);
  }

  private void awaitKnown(String team) {
    await().until(() -> sql.query(KNOWN, row -> row.number("version"), team).contains(2L));
  }
}
