package dev.milepost.tracking.goal;

import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.HeldSale;
import dev.milepost.tracking.scenario.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service is busy, or down, when a goal's grace ends. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class LateArrivalTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");
  private static final String OCCURRED = "2017-12-31T23:59:59Z";

  @Inject World world;
  @Inject Closing closing;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void countsWhatArrivedInTimeThoughItIsTakenInLater() throws Exception {
    clock.moveTo(GRACE_END.minusSeconds(1));
    world.goal(
        goal(
            "goal-busy",
            1,
            State.ACTIVE,
            Owner.participant("busy"),
            GRACE_END,
            World.version(1, "1000")));
    await().until(() -> "0".equals(World.actual("goal-busy")));
    try (HeldSale held = HeldSale.of(sql, World.CRM, "busy-1")) {
      world.won("busy-1", "busy", "100", OCCURRED);
      held.awaitBatch();
      world.won("busy-2", "busy", "200", OCCURRED);
      world.won("busy-2-undone", "busy", "50", OCCURRED);
      clock.moveTo(GRACE_END.plus(Duration.ofHours(1)));
      world.won("busy-3", "busy", "400", OCCURRED);
      world.reverse("undo-busy-2", "busy-2-undone");

      closing.sweep();
      closing.sweep();

      assertThat(progress("goal-busy").getBoolean("provisional")).isTrue();
    }

    await().until(() -> !progress("goal-busy").getBoolean("provisional"));
    await().until(() -> entries().getList("items").size() == 5);
    assertThat(entries().getList("items.findAll{it.kind == 'LIVE'}.sale.id"))
        .containsExactlyInAnyOrder("busy-1", "busy-2", "busy-2-undone");
    assertThat(entries().getList("items.findAll{it.kind == 'TRUE_UP'}.delta"))
        .containsExactlyInAnyOrder("400", "-50");
    assertThat(progress("goal-busy").getString("actual")).isEqualTo("350");
    assertThat(progress("goal-busy").getDouble("restatedAttainment")).isEqualTo(0.7);
  }

  private static JsonPath entries() {
    return World.salesOps().get("/v1/progress/goal-busy/entries").jsonPath();
  }
}
