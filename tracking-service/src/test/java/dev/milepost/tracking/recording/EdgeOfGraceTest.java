package dev.milepost.tracking.recording;

import static dev.milepost.tracking.scenario.World.goal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.Dated;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.credit.SaleHistory;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What arrives just after a goal's grace is taken in before what arrived just in time. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class EdgeOfGraceTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");

  @Inject World world;
  @Inject Recording recording;
  @Inject SaleHistory history;
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
            "goal-grace-edge",
            Owner.participant("edge-seller"),
            World.customers("edge-customers", true),
            GRACE_END,
            World.version(1, "10", "0.1")));
    await().until(() -> "0".equals(World.actual("goal-grace-edge")));
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

    await().until(() -> !World.progress("goal-grace-edge").getBoolean("provisional"));
    assertThat(entries("grace-edge").getList("items.kind"))
        .containsExactly("TRUE_UP", "LIVE", "LIVE");
    assertThat(entries("grace-edge").getList("items.change")).containsExactly("0", "0", "1");
    JsonPath closed = World.progress("goal-grace-edge");
    assertThat(closed.getString("actual")).isEqualTo("1");
    assertThat(closed.getString("milestones[0].reachedAt")).isEqualTo("2017-12-30T00:00:00Z");
    assertThat(seen("/v1/progress/goal-grace-edge?asOf=" + clock.instant(), "actual"))
        .isEqualTo("1");
    String evaluated = "evaluation.actual";
    await().until(() -> seen("/v1/milestones/goal-grace-edge:0.1:1", evaluated) != null);
    assertThat(seen("/v1/milestones/goal-grace-edge:0.1:1", evaluated)).isEqualTo("1");
  }

  /**
   * Ann was in the west all the time, but that is told in the last second of the grace, and her
   * sale is credited anew when grace is over. A reversal that arrived in time is taken in after
   * that: it takes back what is in no closed result of the west.
   */
  @Test
  void takesBackApartWhatWasCreditedAnewApart() throws Exception {
    clock.moveTo(GRACE_END.minusSeconds(1));
    teams(1, List.of(World.always("edge-ann")), List.of());
    Stream.of("edge-east", "edge-west").forEach(this::revenueGoal);
    world.won("edge-sold", "edge-ann", "100", "2017-11-05T10:00:00Z");
    await().until(() -> "100".equals(World.actual("goal-edge-east")));
    teams(2, List.of(), List.of(World.always("edge-ann")));
    try (HeldSale held = HeldSale.of(sql, World.CRM, "edge-held-west")) {
      world.won("edge-held-west", "edge-nobody", "1", "2017-12-31T00:00:00Z");
      held.awaitBatch();
      clock.moveTo(GRACE_END.plus(Duration.ofMinutes(5)));
      await().until(() -> entries("edge-west").getList("items").size() == 1);
      clock.moveTo(GRACE_END.minusSeconds(2));
      record("edge-undo", EventType.EVENT_REVERSED, SoldEvents.reversal("edge-sold", null));
      clock.moveTo(GRACE_END.plus(Duration.ofHours(1)));
    }

    await().until(() -> !World.progress("goal-edge-west").getBoolean("provisional"));
    assertThat(entries("edge-west").getList("items.kind")).containsExactly("TRUE_UP", "TRUE_UP");
    assertThat(entries("edge-west").getList("items.delta")).containsExactly("100", "-100");
    assertThat(World.actual("goal-edge-west")).isEqualTo("0");
    assertThat(entries("edge-east").getList("items.kind")).containsExactly("LIVE", "TRUE_UP");
    assertThat(history.credits(numberOf("edge-sold")).getLast().arrivedAt(Returns.OWN_DATE))
        .isEqualTo(GRACE_END.plus(Duration.ofMinutes(5)));
  }

  private void teams(long version, List<Dated> east, List<Dated> west) {
    world.team("edge-east", version, List.of(), east);
    world.team("edge-west", version, List.of(), west);
    String known = "SELECT 1 FROM directory_team WHERE id LIKE 'edge-%' AND version = ?";
    await().until(() -> sql.query(known, row -> 1, version).size() == 2);
  }

  private void revenueGoal(String team) {
    world.goal(
        goal(
            "goal-" + team,
            1,
            State.ACTIVE,
            Owner.team(team),
            GRACE_END,
            World.version(1, "1000")));
    await().until(() -> "0".equals(World.actual("goal-" + team)));
  }

  private long numberOf(String sale) {
    String number = "SELECT no FROM sales_event WHERE event_id = ?";
    return sql.query(number, row -> row.number("no"), sale).getFirst();
  }

  private static JsonPath entries(String owner) {
    return World.salesOps().get("/v1/progress/goal-" + owner + "/entries").jsonPath();
  }

  private static String seen(String path, String field) {
    return World.salesOps().get(path).jsonPath().getString(field);
  }

  private void record(String id, SalesEvent sale) {
    record(id, EventType.DEAL_WON, sale);
  }

  private void record(String id, EventType type, SalesEvent data) {
    ReceivedEvent event = ToldSales.event(id, type, data);
    QuarkusTransaction.requiringNew().run(() -> recording.record(List.of(event)));
  }

  private static SalesEvent sale(String customer, String seller, String occurredAt) {
    return SoldEvents.saleTo(customer, seller, List.of(), "1", occurredAt);
  }
}
