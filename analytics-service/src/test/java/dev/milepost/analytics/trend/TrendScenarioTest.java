package dev.milepost.analytics.trend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.analytics.Organisation;
import dev.milepost.analytics.SalesWorld;
import dev.milepost.analytics.TestMetrics;
import dev.milepost.analytics.Told;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.testing.MovableClock;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class TrendScenarioTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject TestBroker broker;
  @Inject MovableClock clock;

  @BeforeEach
  void liveAtTheEndOf2017() {
    clock.moveTo(Instant.parse("2017-12-31T12:00:00Z"));
    Told.inOrder(broker, Organisation.told());
  }

  @AfterEach
  void showSystemTime() {
    clock.reset();
  }

  @Test
  void followsEachOwnersSharesWhateverTheOrderOfArrival() {
    SalesWorld world = quarter("shares");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());

    Told.twiceInAnyOrder(broker, world.told());

    awaitValues(ofOwner(revenue, "PARTICIPANT", "ann"), null, "220", "0", "0");
    awaitValues(ofOwner(revenue, "PARTICIPANT", "bob"), null, "80", "0", "0");
    awaitValues(ofOwner(revenue, "TEAM", "red"), null, "300", "0", "0");
    awaitValues(ofOwner(revenue, "TEAM", "company"), null, "300", "50", "0");
    awaitValues(of(revenue), null, "300", "50", "0");
    awaitValues(of(revenue).queryParam("grain", "QUARTER"), null, "350");
  }

  @Test
  void foldsCountsRatiosAndKeys() {
    SalesWorld world = quarter("folds");
    MetricVersion deals = world.metric(TestMetrics.of("deals", Aggregation.COUNT, null));
    MetricVersion average =
        world.metric(TestMetrics.of("average", Aggregation.AVERAGE, "event.amount"));
    MetricVersion latest =
        world.metric(TestMetrics.of("latest", Aggregation.LATEST, "event.amount"));
    MetricVersion rate = world.metric(TestMetrics.winRate(null));
    MetricVersion customers = world.metric(TestMetrics.newCustomers());

    Told.twiceInAnyOrder(broker, world.told());

    awaitValues(ofOwner(deals, "PARTICIPANT", "ann"), null, "1.6", "0", "0");
    awaitValues(ofOwner(average, "PARTICIPANT", "ann"), null, "137.5", null, null);
    awaitValues(ofOwner(latest, "TEAM", "company"), null, "200", "50", null);
    awaitValues(of(rate), null, "1", "0.5", null);
    awaitValues(of(customers), null, "1", "1", "0");
  }

  @Test
  void aSaleThatWasCreditedAnewCountsOnceForWhomItNowIs() {
    SalesWorld world =
        new SalesWorld("anew")
            .sale("1", EventType.DEAL_WON, "2017-10-05", "100", "acme")
            .credit("1", "2017-10-05", "dee", "1", Organisation.RED)
            .moved("1", "2017-10-05", "dee", "1", Organisation.BLUE);
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());

    Told.twiceInAnyOrder(broker, world.told());

    awaitValues(ofOwner(revenue, "TEAM", "blue"), null, "100", "0", "0");
    awaitValues(ofOwner(revenue, "TEAM", "company"), null, "100", "0", "0");
    awaitValues(ofOwner(revenue, "TEAM", "red"), null, null, null, null);
  }

  @Test
  void aCustomerIsNewOnlyInThePeriodOfTheFirstSaleEver() {
    SalesWorld world =
        new SalesWorld("new")
            .sale("1", EventType.DEAL_WON, "2016-05-05", "1", "acme")
            .credit("1", "2016-05-05", "cid", "1", Organisation.BLUE)
            .sale("2", EventType.DEAL_WON, "2017-10-05", "1", "acme")
            .credit("2", "2017-10-05", "ann", "1", Organisation.RED)
            .sale("3", EventType.DEAL_WON, "2017-11-05", "1", "zeta")
            .credit("3", "2017-11-05", "ann", "1", Organisation.RED);
    MetricVersion customers = world.metric(TestMetrics.newCustomers());

    Told.twiceInAnyOrder(broker, world.told());

    awaitValues(ofOwner(customers, "PARTICIPANT", "ann"), null, "0", "1", "0");
  }

  @Test
  void aSaleAtTheFirstInstantOfAPeriodBelongsToItAndToNoOther() {
    SalesWorld world = border("border", "2017-11-01T00:00:00Z");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());

    Told.inOrder(broker, world.told());

    awaitValues(of(revenue), null, "10", "20", "0");
  }

  @Test
  void periodsBeginAtMidnightInTheOrganisationsZone() {
    SalesWorld world = border("zone", "2017-10-31T16:00:00Z");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    awaitValues(of(revenue), null, "30", "0", "0");

    Told.inOrder(broker, List.of(Organisation.calendar(1, "Asia/Shanghai")));
    try {
      awaitValues(of(revenue), null, "10", "20", "0");
      JsonPath trend = of(revenue).get("/v1/trends").jsonPath();
      assertThat(trend.getString("points[2].period")).isEqualTo("2017-11");
      assertThat(trend.getString("points[2].start")).isEqualTo("2017-10-31T16:00:00Z");
    } finally {
      Told.inOrder(broker, List.of(Organisation.calendar(2, "UTC")));
      awaitValues(of(revenue), null, "30", "0", "0");
    }
  }

  @Test
  void namesPeriodsVersionUnitAndGrowth() {
    SalesWorld world = quarter("named");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    awaitValues(of(revenue), null, "300", "50", "0");

    JsonPath trend = of(revenue).get("/v1/trends").jsonPath();

    assertThat(trend.getString("metric")).isEqualTo(revenue.key());
    assertThat(trend.getInt("metricVersion")).isEqualTo(1);
    assertThat(trend.getString("unit")).isEqualTo("USD");
    assertThat(trend.getString("asOf")).isEqualTo("2017-12-31T12:00:00Z");
    assertThat(trend.<String>getList("points.period"))
        .containsExactly("2017-09", "2017-10", "2017-11", "2017-12");
    assertThat(trend.getString("points[1].start")).isEqualTo("2017-10-01T00:00:00Z");
    assertThat(trend.getString("points[1].end")).isEqualTo("2017-11-01T00:00:00Z");
    assertThat(trend.<Integer>getList("points.sales")).containsExactly(0, 2, 1, 0);
    assertThat(trend.getDouble("points[2].growth")).isEqualTo(-0.833333);
  }

  @Test
  void showsTwelvePeriodsUpToNowUnlessAskedOtherwise() {
    SalesWorld world = quarter("twelve");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    awaitValues(of(revenue), null, "300", "50", "0");

    assertThat(weeks(revenue)).hasSize(12).startsWith("2017-W41").endsWith("2017-W52");
  }

  private static List<String> weeks(MetricVersion metric) {
    return given()
        .auth()
        .oauth2(Organisation.finance())
        .queryParam("metric", metric.key())
        .queryParam("grain", "WEEK")
        .get("/v1/trends")
        .jsonPath()
        .getList("points.period");
  }

  /** A sale at an instant, and one a microsecond before it. */
  private static SalesWorld border(String name, String instant) {
    String before = Instant.parse(instant).minus(1, ChronoUnit.MICROS).toString();
    return new SalesWorld(name)
        .sale("1", EventType.DEAL_WON, before, "10", "acme")
        .credit("1", before, "ann", "1", Organisation.RED)
        .sale("2", EventType.DEAL_WON, instant, "20", "acme")
        .credit("2", instant, "ann", "1", Organisation.RED);
  }

  /** Two sales in October, one split; one in November beside a lost deal; one taken back. */
  private static SalesWorld quarter(String name) {
    return new SalesWorld(name)
        .sale("1", EventType.DEAL_WON, "2017-10-05", "100", "acme")
        .credit("1", "2017-10-05", "ann", "1", Organisation.RED)
        .sale("2", EventType.DEAL_WON, "2017-10-20", "200", "acme")
        .credit("2", "2017-10-20", "ann", "0.6", Organisation.RED)
        .credit("2", "2017-10-20", "bob", "0.4", Organisation.RED)
        .overlay("2", "2017-10-20", "cid", "0.5")
        .sale("3", EventType.DEAL_WON, "2017-11-10", "50", "zeta")
        .credit("3", "2017-11-10", "cid", "1", Organisation.BLUE)
        .sale("4", EventType.DEAL_LOST, "2017-11-11", "70", "zeta")
        .credit("4", "2017-11-11", "ann", "1", Organisation.RED)
        .sale("5", EventType.DEAL_WON, "2017-12-01", "500", "eta")
        .credit("5", "2017-12-01", "ann", "1", Organisation.RED)
        .reversal("5", "2017-12-01", "ann", "1", Organisation.RED);
  }

  private static RequestSpecification of(MetricVersion metric) {
    return given()
        .auth()
        .oauth2(Organisation.salesOps())
        .queryParam("metric", metric.key())
        .queryParam("from", "2017-09-01")
        .queryParam("to", "2018-01-01");
  }

  private static RequestSpecification ofOwner(MetricVersion metric, String type, String id) {
    return of(metric).queryParam("ownerType", type).queryParam("owner", id);
  }

  private static void awaitValues(RequestSpecification request, String... values) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(request.get("/v1/trends").jsonPath().<String>getList("points.value"))
                    .containsExactly(values));
  }
}
