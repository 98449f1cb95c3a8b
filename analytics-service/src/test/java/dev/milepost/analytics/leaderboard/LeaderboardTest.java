package dev.milepost.analytics.leaderboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.analytics.GoalWorld;
import dev.milepost.analytics.Organisation;
import dev.milepost.analytics.TestMetrics;
import dev.milepost.analytics.Told;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class LeaderboardTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TestBroker broker;

  @Test
  void ranksByAttainmentAndSharesPlacesWhateverTheOrderOfArrival() {
    MetricVersion metric = tell("ranks");

    JsonPath board = board(Organisation.salesOps(), metric).get("/v1/leaderboards").jsonPath();

    assertThat(board.<String>getList("items.owner.id")).containsExactly("bob", "ann", "cid", "dee");
    assertThat(board.<Integer>getList("items.rank")).containsExactly(1, 2, 2, 4);
    assertThat(board.<String>getList("items.name")).containsExactly("Bob", "Ann", "Cid", "Dee");
    assertThat(board.<String>getList("items.actual")).containsExactly("120", "80", "80", "10");
    assertThat(board.<Float>getList("items.attainment")).containsExactly(1.2f, 0.8f, 0.8f, 0.1f);
    assertThat(board.getString("items[0].target")).isEqualTo("100");
    assertThat(board.getString("items[0].period")).isEqualTo("2017-Q4");
    assertThat(board.getBoolean("items[0].provisional")).isTrue();
  }

  @Test
  void theLowestStandsFirstWhereLessIsBetterAndWhoHasNoDataHasNoPlace() {
    MetricVersion metric =
        TestMetrics.decreasing(TestMetrics.of("complaints", Aggregation.COUNT, null));
    GoalWorld world =
        new GoalWorld(metric)
            .goal("ann")
            .progress("ann", 1, "8", "0.4")
            .goal("bob")
            .progress("bob", 1, "3", "0.9")
            .goal("cid")
            .progress("cid", 1, null, null)
            .goal("dee", 1, State.CANCELLED);
    tell(world, 3, metric);

    JsonPath board =
        board(Organisation.salesOps(), metric)
            .queryParam("by", "ACTUAL")
            .get("/v1/leaderboards")
            .jsonPath();

    assertThat(board.<String>getList("items.owner.id")).containsExactly("bob", "ann", "cid");
    assertThat(board.<Integer>getList("items.rank")).containsExactly(1, 2, null);
  }

  @Test
  void goesOnFromPageToPage() {
    MetricVersion metric = tell("pages");
    RequestSpecification request = board(Organisation.finance(), metric).queryParam("limit", 3);

    JsonPath first = request.get("/v1/leaderboards").jsonPath();
    JsonPath second =
        request.queryParam("cursor", first.getString("next")).get("/v1/leaderboards").jsonPath();

    assertThat(first.<Integer>getList("items.rank")).containsExactly(1, 2, 2);
    assertThat(second.<Integer>getList("items.rank")).containsExactly(4);
    assertThat(second.getString("next")).isNull();
  }

  @Test
  void showsEverybodyTheirPartUntilItIsPublishedAndThenAll() {
    MetricVersion metric = tell("published");
    String publication = "/v1/leaderboards/" + metric.key() + "/2017-Q4/publication";
    assertThat(owners(Organisation.rep("ann"), metric)).containsExactly("ann");
    assertThat(owners(Organisation.manager("bill"), metric)).containsExactly("cid", "dee");

    JsonPath published = put(publication);

    assertThat(published.getString("publishedBy")).isEqualTo("olga");
    assertThat(put(publication).getString("publishedAt"))
        .isEqualTo(published.getString("publishedAt"));
    assertThat(owners(Organisation.rep("ann"), metric)).containsExactly("bob", "ann", "cid", "dee");
    as(Organisation.rep("ann")).get(publication).then().statusCode(200);

    as(Organisation.salesOps()).delete(publication).then().statusCode(204);

    assertThat(owners(Organisation.rep("ann"), metric)).containsExactly("ann");
    as(Organisation.rep("ann")).get(publication).then().statusCode(404);
    as(Organisation.salesOps()).delete(publication).then().statusCode(404);
  }

  @Test
  void aPlaceIsTheSameForEveryReader() {
    MetricVersion metric = tell("places");

    JsonPath board = board(Organisation.rep("dee"), metric).get("/v1/leaderboards").jsonPath();

    assertThat(board.<Integer>getList("items.rank")).containsExactly(4);
  }

  @Test
  void showsRewardsOnlyToThoseWhoMaySeeThem() {
    MetricVersion metric = tell("rewards");
    put("/v1/leaderboards/" + metric.key() + "/2017-Q4/publication");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(rewards(Organisation.finance(), metric)).containsExactly(1, 2, 0, 0));
    assertThat(rewards(Organisation.manager("rita"), metric)).containsExactly(1, 2, null, null);
    assertThat(rewards(Organisation.rep("ann"), metric)).containsExactly(null, 2, null, null);
    assertThat(rewards(Organisation.salesOps(), metric)).containsOnlyNulls();
    JsonPath board = board(Organisation.finance(), metric).get("/v1/leaderboards").jsonPath();
    assertThat(board.getString("items[1].rewards.cash[0].amount")).isEqualTo("75");
    assertThat(board.getString("items[1].rewards.cash[0].currency")).isEqualTo("USD");
  }

  @Test
  void countsRewardsThatAreNotMoneyAndAddsUpThoseThatAre() {
    MetricVersion metric = TestMetrics.of("dinners", Aggregation.SUM, "event.amount");
    GoalWorld world =
        new GoalWorld(metric)
            .goal("ann")
            .progress("ann", 1, "90", "0.9")
            .dinner("ann", "dinner", 1, null)
            .reward("ann", "half", 1, "50", null)
            .goal("bob")
            .progress("bob", 1, "80", "0.8")
            .dinner("bob", "dinner", 1, null)
            .goal("cid")
            .progress("cid", 1, "70", "0.7")
            .dinner("cid", "dinner", 1, null)
            .dinner("cid", "dinner", 2, "GOAL_CANCELLED")
            .goal("dee")
            .progress("dee", 1, "60", "0.6")
            .dinner("dee", "full", 1, null);
    tell(world, 4, metric);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(rewards(Organisation.finance(), metric)).containsExactly(2, 1, 0, 1));

    Told.inOrder(broker, new GoalWorld(metric).reward("dee", "full", 2, "500", null).told());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(cash(metric)).containsExactly("50 USD", "-", "-", "500 USD"));
    assertThat(rewards(Organisation.finance(), metric)).containsExactly(2, 1, 0, 1);
  }

  @Test
  void onlySalesOperationsPublish() {
    MetricVersion metric = tell("publishers");
    String publication = "/v1/leaderboards/" + metric.key() + "/2017-Q4/publication";

    as(Organisation.manager("rita")).put(publication).then().statusCode(403);
    as(Organisation.finance()).put(publication).then().statusCode(403);
    as(Organisation.rep("ann")).delete(publication).then().statusCode(403);
  }

  /** Four goals with progress, the older record of one coming late, and some rewards. */
  private MetricVersion tell(String name) {
    MetricVersion metric = TestMetrics.of(name, Aggregation.SUM, "event.amount");
    GoalWorld world =
        new GoalWorld(metric)
            .goal("ann")
            .progress("ann", 2, "80", "0.8")
            .progress("ann", 1, "95", "0.95")
            .goal("bob")
            .progress("bob", 1, "120", "1.2")
            .goal("cid")
            .progress("cid", 1, "80", "0.8")
            .goal("dee")
            .progress("dee", 1, "10", "0.1")
            .reward("ann", "quarter", 1, "25", null)
            .reward("ann", "half", 1, "50", null)
            .reward("bob", "quarter", 1, "25", null)
            .reward("cid", "quarter", 1, "25", null)
            .reward("cid", "quarter", 2, "0", "progress fell below the threshold");
    tell(world, 4, metric);
    return metric;
  }

  private void tell(GoalWorld world, int rows, MetricVersion metric) {
    Told.inOrder(broker, Organisation.told());
    Told.twiceInAnyOrder(broker, world.told());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonPath board =
                  board(Organisation.salesOps(), metric).get("/v1/leaderboards").jsonPath();
              assertThat(board.<String>getList("items.name")).hasSize(rows).doesNotContainNull();
              assertThat(board.<String>getList("items.asOf")).hasSize(rows).doesNotContainNull();
            });
  }

  private static List<String> owners(String token, MetricVersion metric) {
    return board(token, metric).get("/v1/leaderboards").jsonPath().getList("items.owner.id");
  }

  private static List<Integer> rewards(String token, MetricVersion metric) {
    return board(token, metric)
        .get("/v1/leaderboards")
        .jsonPath()
        .getList("items.collect { it.rewards?.count }");
  }

  private static List<String> cash(MetricVersion metric) {
    return board(Organisation.finance(), metric)
        .get("/v1/leaderboards")
        .jsonPath()
        .getList(
            "items.collect { it.rewards.cash ? it.rewards.cash.collect"
                + " { \"${it.amount} ${it.currency}\".toString() }.join(', ') : '-' }");
  }

  private static JsonPath put(String path) {
    return as(Organisation.salesOps()).put(path).then().statusCode(200).extract().jsonPath();
  }

  private static RequestSpecification board(String token, MetricVersion metric) {
    return as(token).queryParam("metric", metric.key()).queryParam("period", GoalWorld.PERIOD);
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }
}
