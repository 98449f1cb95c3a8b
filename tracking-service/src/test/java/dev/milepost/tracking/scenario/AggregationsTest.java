package dev.milepost.tracking.scenario;

import static dev.milepost.contract.MetricVersion.Direction.DECREASE;
import static dev.milepost.contract.MetricVersion.Direction.INCREASE;
import static dev.milepost.tracking.scenario.SoldEvents.saleTo;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.from;
import static dev.milepost.tracking.scenario.World.goal;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.SaleCredit;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each aggregation makes of sales as they arrive, late, and taken back. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class AggregationsTest {
  @Inject World world;

  @Test
  void countsSharesButEachCustomerOncePerOwner() {
    MetricVersion deals = World.metric("agg-deals", Aggregation.COUNT, INCREASE, null);
    MetricVersion customers = World.customers("agg-customers", false);
    for (String seller : List.of("agg-cat", "agg-dan")) {
      Owner owner = Owner.participant(seller);
      world.goal(goal(seller + "-deals", owner, deals, FAR, version(1, "10")));
      world.goal(goal(seller + "-customers", owner, customers, FAR, version(1, "10")));
    }
    await().until(() -> "0".equals(actual("agg-dan-customers")));

    // 60/40: 0.6 and 0.4 of a deal, a whole customer for each; the second deal adds only a deal.
    world.won(
        "agg-split",
        saleTo(
            "acme",
            null,
            List.of(split("agg-cat", "0.6"), split("agg-dan", "0.4")),
            "100",
            "2017-11-05T10:00:00Z"));
    world.won("agg-own", saleTo("acme", "agg-cat", List.of(), "7", "2017-11-06T10:00:00Z"));

    await().until(() -> "1.6".equals(actual("agg-cat-deals")));
    await().until(() -> "0.4".equals(actual("agg-dan-deals")));
    assertThat(actual("agg-cat-customers")).isEqualTo("1");
    assertThat(actual("agg-dan-customers")).isEqualTo("1");
    assertThat(told("agg-cat").getLast().contributions())
        .anySatisfy(
            line -> {
              assertThat(line.goalId()).isEqualTo("agg-cat-customers");
              assertThat(line.delta()).isEqualByComparingTo("1");
            });
    world.reverse("agg-undo", "agg-split", "50");
    await().until(() -> "1.3".equals(actual("agg-cat-deals")));
    assertThat(actual("agg-dan-customers")).isEqualTo("1");
  }

  @Test
  void countsACustomerOnlyIfNobodyEverSoldToItBefore() {
    MetricVersion metric = World.customers("agg-first", true);
    Owner owner = Owner.participant("agg-first");
    world.won("first-old", saleTo("old", "agg-else", List.of(), "1", "2016-05-01T00:00:00Z"));
    await().until(() -> World.credits("first-old").getList("items").size() == 1);
    world.goal(goal("agg-first", owner, metric, FAR, version(1, "4", "0.5")));
    // A goal is told once its back-fill is done: what was seen before is known then.
    await().until(() -> !recorded("agg-first").isEmpty());
    assertThat(actual("agg-first")).isEqualTo("0");

    first("first-1", "old", "2017-11-01T00:00:00Z");
    first("first-2", "acme", "2017-11-02T00:00:00Z");
    first("first-3", "globex", "2017-11-03T00:00:00Z");
    first("first-4", "globex", "2017-11-04T00:00:00Z");

    await().until(() -> "2".equals(actual("agg-first")));
    await().until(() -> reachedAt("agg-first").size() == 1);
    assertThat(reachedAt("agg-first")).containsExactly(Instant.parse("2017-11-03T00:00:00Z"));
    // Something older comes to light, and turns out to be wrong.
    world.won("first-5", saleTo("acme", "agg-else", List.of(), "1", "2017-09-30T23:59:59Z"));
    await().until(() -> "1".equals(actual("agg-first")));
    assertThat(World.outcome("first-5").getString("outcome")).isEqualTo("NOWHERE");
    assertThat(World.outcome("first-5").getList("counted")).isEmpty();
    world.reverse("first-6", "first-5");
    await().until(() -> "2".equals(actual("agg-first")));
    world.reverse("first-7", "first-old");
    await().until(() -> "3".equals(actual("agg-first")));
    JsonPath entries = World.salesOps().get("/v1/progress/agg-first/entries").jsonPath();
    assertThat(entries.getList("items.denominator"))
        .containsExactly("1", null, null, null, "1", "-1", "-1");
    assertThat(entries.getList("items.change")).containsExactly("0", "1", "1", "0", "-1", "1", "1");
    assertThat(entries.getList("items.reason.code"))
        .containsExactly(
            "SALE", "SALE", "SALE", "SALE", "SEEN_BEFORE", "NOT_SEEN_BEFORE", "NOT_SEEN_BEFORE");
    // The date of a reached milestone is corrected beside the batches.
    String corrected = "2017-11-02T00:00:00Z";
    await()
        .until(() -> corrected.equals(progress("agg-first").getString("milestones[0].reachedAt")));
  }

  @Test
  void explainsWhatAKeyThatWasSeenBeforeDoesNotAdd() {
    MetricVersion metric = World.customers("agg-seen", true);
    world.won("seen-old", saleTo("known", "agg-else", List.of(), "1", "2016-05-01T00:00:00Z"));
    await().until(() -> World.credits("seen-old").getList("items").size() == 1);
    Owner owner = Owner.participant("agg-seen");
    world.goal(goal("agg-seen", owner, metric, FAR, version(1, "2", "0.5")));
    await().until(() -> !recorded("agg-seen").isEmpty());

    // The first line of the known customer says that it was seen; a later one occurred before it.
    sell("seen-1", "agg-seen", "known", "2017-11-20T00:00:00Z");
    sell("seen-2", "agg-seen", "known", "2017-11-05T00:00:00Z");
    sell("seen-3", "agg-seen", "newcomer", "2017-11-10T00:00:00Z");
    sell("seen-4", "agg-seen", "newcomer", "2017-11-12T00:00:00Z");

    await().until(() -> "1".equals(actual("agg-seen")));
    await()
        .until(
            () ->
                "1"
                    .equals(
                        World.salesOps()
                            .get("/v1/milestones/agg-seen:0.5:1")
                            .jsonPath()
                            .getString("evaluation.actual")));
    for (String known : List.of("seen-1", "seen-2")) {
      assertThat(World.outcome(known).getString("outcome")).isEqualTo("NOWHERE");
      assertThat(World.outcome(known).getList("counted")).isEmpty();
      assertThat(World.outcome(known).getString("missed.find{it.goalId == 'agg-seen'}.reason.code"))
          .isEqualTo("KEY_SEEN_BEFORE");
    }
    assertThat(World.outcome("seen-3").getString("counted[0].lines[0].delta")).isEqualTo("1");
    await().until(() -> "COUNTED".equals(World.outcome("seen-4").getString("outcome")));
    assertThat(World.outcome("seen-4").getString("counted[0].lines[0].delta")).isEqualTo("0");
  }

  @Test
  void takesTheMeanOfWhatIsInTheWindowOnceThereIsEnough() {
    MetricVersion metric = World.level("agg-satisfaction", Aggregation.AVERAGE, 2);
    Owner owner = Owner.participant("agg-level");
    world.goal(goal("agg-level", owner, metric, FAR, from("80", "90")));
    await().until(() -> progress("agg-level").getString("goalId") != null);

    // The window that ends with the quarter begins on 2 December.
    world.won("level-1", "agg-level", "50", "2017-12-01T23:59:59Z");
    world.won("level-2", "agg-level", "84", "2017-12-02T00:00:00Z");
    await().until(() -> progress("agg-level").getInt("sample") == 1);
    assertThat(actual("agg-level")).isNull();
    await().until(() -> "NO_DATA".equals(progress("agg-level").getString("status")));
    world.won("level-3", "agg-level", "88", "2017-12-31T00:00:00Z");

    // (84 + 88) / 2 = 86; (86 − 80) / (90 − 80) = 0.6; 86 / 80 − 1 = 0.075; 86 / 90 = 0.9555…
    await().until(() -> "86".equals(actual("agg-level")));
    assertThat(progress("agg-level").getDouble("attainment")).isEqualTo(0.6);
    assertThat(progress("agg-level").getDouble("growth")).isEqualTo(0.075);
    assertThat(progress("agg-level").getDouble("ofTarget")).isCloseTo(0.9555555555, within(1e-7));
    await().until(() -> "OFF_TRACK".equals(progress("agg-level").getString("status")));
    // Half of the 88 is taken back: (84 + 44) / 1.5
    world.reverse("level-4", "level-3", "44");
    await().until(() -> "85.333333333333333333".equals(actual("agg-level")));
    world.reverse("level-5", "level-3");
    await().until(() -> actual("agg-level") == null);
    await().until(() -> last("agg-level").actual() == null);
    assertThat(last("agg-level").attainment()).isNull();
  }

  @Test
  void takesASaleOfSeveralMembersForOneOfTheSample() {
    world.team("agg-panel", "", "agg-eve", "agg-fay");
    Owner team = Owner.team("agg-panel");
    MetricVersion mean = World.level("agg-mean-of-team", Aggregation.AVERAGE, 2);
    MetricVersion latest = World.level("agg-latest-of-team", Aggregation.LATEST, 2);
    world.goal(goal("agg-panel-mean", team, mean, FAR, from("80", "90")));
    world.goal(goal("agg-panel-latest", team, latest, FAR, from("80", "90")));
    await().until(() -> progress("agg-panel-latest").getString("goalId") != null);

    world.won(
        "panel-1",
        saleTo(
            "acme",
            null,
            List.of(split("agg-eve", "0.6"), split("agg-fay", "0.4")),
            "84",
            "2017-12-20T00:00:00Z"));
    for (String id : List.of("agg-panel-mean", "agg-panel-latest")) {
      await().until(() -> progress(id).getInt("sample") == 1);
      assertThat(actual(id)).isNull();
    }
    world.won("panel-2", "agg-eve", "88", "2017-12-21T00:00:00Z");

    // (84 × 0.6 + 84 × 0.4 + 88) / (0.6 + 0.4 + 1) = 86
    await().until(() -> "86".equals(actual("agg-panel-mean")));
    await().until(() -> "88".equals(actual("agg-panel-latest")));
    assertThat(progress("agg-panel-mean").getInt("sample")).isEqualTo(2);
    assertThat(progress("agg-panel-latest").getInt("sample")).isEqualTo(2);
  }

  @Test
  void takesTheLatestValueThatIsInForce() {
    MetricVersion metric = World.level("agg-stock", Aggregation.LATEST, 1);
    Owner owner = Owner.participant("agg-latest");
    world.won("latest-1", "agg-latest", "5", "2017-12-20T00:00:00Z");
    world.won("latest-2", "agg-latest", "7", "2017-12-10T00:00:00Z");
    await().until(() -> World.credits("latest-2").getList("items").size() == 1);
    world.goal(goal("agg-latest", owner, metric, FAR, from("0", "10")));
    await().until(() -> "5".equals(actual("agg-latest")));

    world.won("latest-3", "agg-latest", "6", "2017-12-20T00:00:00Z");
    await().until(() -> "6".equals(actual("agg-latest")));
    world.reverse("latest-4", "latest-3");
    await().until(() -> "5".equals(actual("agg-latest")));
    world.reverse("latest-5", "latest-1", "1");
    world.reverse("latest-6", "latest-1");
    await().until(() -> "7".equals(actual("agg-latest")));
  }

  @Test
  void dividesWhatIsWonByWhatIsDecided() {
    MetricVersion metric = World.level("agg-rate", Aggregation.RATIO, 1);
    Owner owner = Owner.participant("agg-ratio");
    world.goal(goal("agg-ratio", owner, metric, FAR, from("0.2", "0.6")));
    await().until(() -> progress("agg-ratio").getString("goalId") != null);

    world.won("ratio-1", "agg-ratio", "1", "2017-12-20T00:00:00Z");
    for (int lost = 0; lost < 3; lost++) {
      world
          .broker()
          .publish(
              EventType.DEAL_LOST,
              "ratio-lost-" + lost,
              World.CRM,
              "ratio-lost-" + lost,
              SoldEvents.sale("agg-ratio", List.of(), "1", "2017-12-21T00:00:00Z"));
    }

    // 1 of 4; (0.25 − 0.2) / (0.6 − 0.2) = 0.125
    await().until(() -> "0.25".equals(actual("agg-ratio")));
    assertThat(progress("agg-ratio").getDouble("attainment")).isEqualTo(0.125);
    world.reverse("ratio-undo", "ratio-lost-0");
    await().until(() -> "0.333333333333333333".equals(actual("agg-ratio")));
  }

  @Test
  void quarantinesALevelWithoutAWayToGo() {
    MetricVersion metric = World.level("agg-stuck", Aggregation.AVERAGE, 1);
    Owner owner = Owner.participant("agg-stuck");
    world.goal(goal("agg-stuck", owner, metric, FAR, from("80", "80")));
    world.goal(goal("agg-baseless", owner, metric, FAR, version(1, "80")));
    MetricVersion sum = World.metric("agg-up", Aggregation.SUM, DECREASE, "event.amount");
    world.goal(goal("agg-up", owner, sum, FAR, from("80", "80")));
    world.goal(goal("agg-fine", owner, metric, FAR, from("80", "79")));

    await().until(() -> progress("agg-fine").getString("goalId") != null);
    assertThat(progress("agg-stuck").getString("goalId")).isNull();
    assertThat(progress("agg-baseless").getString("goalId")).isNull();
    assertThat(progress("agg-up").getString("goalId")).isNull();
  }

  private void first(String id, String customer, String occurredAt) {
    sell(id, "agg-first", customer, occurredAt);
  }

  private void sell(String id, String seller, String customer, String occurredAt) {
    world.won(id, saleTo(customer, seller, List.of(), "1", occurredAt));
    await().until(() -> World.credits(id).getList("items").size() == 1);
  }

  private List<SaleCredit> told(String participant) {
    await()
        .until(
            () -> world.told(EventType.SALE_CREDITED, participant, SaleCredit.class).size() == 2);
    return world.told(EventType.SALE_CREDITED, participant, SaleCredit.class);
  }

  private ProgressRecorded last(String goalId) {
    return recorded(goalId).getLast();
  }

  private List<ProgressRecorded> recorded(String goalId) {
    return world.told(EventType.PROGRESS_RECORDED, goalId, ProgressRecorded.class);
  }

  private List<Instant> reachedAt(String goalId) {
    return world.told(EventType.MILESTONE_REACHED, goalId, MilestoneReached.class).stream()
        .map(MilestoneReached::reachedAt)
        .toList();
  }
}
