package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.scenario.HeldSale;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives just after a goal's grace is taken in before what arrived just in time. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class EdgeOfGraceTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");

  @Inject World world;
  @Inject Recording recording;
  @Inject MovableClock clock;
  @Inject Sql sql;

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void doesNotTakeAnOldCustomerForANewOneBecauseALateSaleSaidSo() throws Exception {
    world.won("edge-old", sale("edge-old-customer", "else", "2016-05-01T00:00:00Z"));
    await().until(() -> World.credits("edge-old").getList("items").size() == 1);
    clock.moveTo(GRACE_END.minusSeconds(1));
    world.goal(
        goal(
            "goal-edge",
            Owner.participant("edge-seller"),
            World.customers("edge-customers", true),
            GRACE_END,
            World.version(1, "10", "0.1")));
    await().until(() -> "0".equals(World.actual("goal-edge")));
    // While a sale waits to be taken in no goal is closed.
    try (HeldSale held = HeldSale.of(sql, World.CRM, "edge-held")) {
      world.won("edge-held", "edge-nobody", "1", "2017-12-31T00:00:00Z");
      held.awaitBatch();
      clock.moveTo(GRACE_END.plus(Duration.ofHours(1)));
      record("edge-late", sale("edge-old-customer", "edge-seller", "2017-12-02T00:00:00Z"));
      clock.moveTo(GRACE_END.minusSeconds(1));
      record("edge-in-time", sale("edge-old-customer", "edge-seller", "2017-12-01T00:00:00Z"));
      record("edge-new", sale("edge-new-customer", "edge-seller", "2017-12-30T00:00:00Z"));
      clock.moveTo(GRACE_END.plus(Duration.ofHours(1)));
    }

    await().until(() -> !World.progress("goal-edge").getBoolean("provisional"));
    JsonPath entries = World.salesOps().get("/v1/progress/goal-edge/entries").jsonPath();
    assertThat(entries.getList("items.kind")).containsExactly("TRUE_UP", "LIVE", "LIVE");
    assertThat(entries.getList("items.change")).containsExactly("0", "0", "1");
    JsonPath closed = World.progress("goal-edge");
    assertThat(closed.getString("actual")).isEqualTo("1");
    assertThat(closed.getString("milestones[0].reachedAt")).isEqualTo("2017-12-30T00:00:00Z");
    assertThat(seen("/v1/progress/goal-edge?asOf=" + clock.instant(), "actual")).isEqualTo("1");
    assertThat(seen("/v1/milestones/goal-edge:0.1:1", "evaluation.actual")).isEqualTo("1");
  }

  private static String seen(String path, String field) {
    return World.salesOps().get(path).jsonPath().getString(field);
  }

  private void record(String id, SalesEvent sale) {
    ReceivedEvent event = ToldSales.event(id, EventType.DEAL_WON, sale);
    QuarkusTransaction.requiringNew().run(() -> recording.record(List.of(event)));
  }

  private static SalesEvent sale(String customer, String seller, String occurredAt) {
    return SoldEvents.saleTo(customer, seller, List.of(), "1", occurredAt);
  }
}
