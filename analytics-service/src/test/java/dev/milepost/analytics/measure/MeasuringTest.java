package dev.milepost.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.analytics.Organisation;
import dev.milepost.analytics.SalesWorld;
import dev.milepost.analytics.TestMetrics;
import dev.milepost.analytics.Told;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.testing.SuiteResource;
import dev.milepost.testing.TestBroker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(SuiteResource.class)
class MeasuringTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DAY = "2017-10-05";

  @Inject TestBroker broker;
  @Inject Sql sql;
  @Inject MeasuringLock lock;
  @Inject Sales sales;
  @Inject Metrics metrics;
  @Inject Measures measures;

  @Test
  void measuresEverySaleOnceWhenTheMetricComesBetweenThem() {
    SalesWorld world = new SalesWorld("between");
    sell(world, 0, 1_200);
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    sell(world, 1_200, 1_500);

    Told.inOrder(broker, world.told());

    await().atMost(PATIENCE).until(() -> count(revenue) == 1_500 && isComplete(revenue));
    assertThat(sum(revenue)).isEqualByComparingTo("3000");
  }

  @Test
  void aNewVersionTakesThePlaceOfTheOldOne() {
    SalesWorld world = new SalesWorld("revised");
    sell(world, 0, 20);
    MetricVersion first = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    await().atMost(PATIENCE).until(() -> count(first) == 20);

    MetricVersion second = TestMetrics.revised(first, "event.amount * 10");
    Told.inOrder(broker, List.of(SalesWorld.defined(second), SalesWorld.defined(first)));

    await().atMost(PATIENCE).until(() -> count(second) == 20 && count(first) == 0);
    assertThat(sum(second)).isEqualByComparingTo("400");
  }

  @Test
  void noSaleFallsBetweenABatchUnderWayAndTheMeasuringOfThePast() {
    SalesWorld world = new SalesWorld("open");
    sell(world, 0, 1);
    Told sale = world.told().getFirst();
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              lock.whileMeasuring();
              List<Sale> fresh =
                  sales
                      .add(
                          List.of(
                              new Sale(
                                  world.ref("0"),
                                  sale.type().typeName(),
                                  (SalesEvent) sale.data())))
                      .stream()
                      .map(Sales.Unmeasured::sale)
                      .toList();
              List<CompiledMetric> known = metrics.current();
              Told.inOrder(broker, List.of(SalesWorld.defined(revenue)));
              await().atMost(PATIENCE).until(this::isMetricWaiting);
              measures.add(known, fresh);
            });

    await().atMost(PATIENCE).until(() -> count(revenue) == 1);
  }

  @Test
  void aSaleThatIsSentAgainCorrectedIsMeasuredAnewUntilItIsCredited() {
    SalesWorld world = new SalesWorld("resent").sale("0", EventType.DEAL_WON, DAY, "70", "acme");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    await().atMost(PATIENCE).until(() -> isSum(revenue, "70"));

    Told.inOrder(broker, resent(EventType.DEAL_WON, "40", "resent"));
    await().atMost(PATIENCE).until(() -> isSum(revenue, "40"));
    Told.inOrder(broker, resent(EventType.DEAL_LOST, "40", "resent"));
    await().atMost(PATIENCE).until(() -> count(revenue) == 0);
    Told.inOrder(broker, resent(EventType.DEAL_WON, "50", "resent"));
    await().atMost(PATIENCE).until(() -> isSum(revenue, "50"));

    Told.inOrder(
        broker, new SalesWorld("resent").credit("0", DAY, "ann", "1", Organisation.RED).told());
    await().atMost(PATIENCE).until(() -> isCredited(world));
    Told.inOrder(broker, resent(EventType.DEAL_WON, "90", "resent"));
    Told.inOrder(broker, sameKey("resent"));

    await().atMost(PATIENCE).until(() -> count(revenue) == 2);
    assertThat(sum(revenue)).isEqualByComparingTo("51");
  }

  @Test
  void theSameContentSentAgainIsMeasuredOnce() {
    SalesWorld world = new SalesWorld("again").sale("0", EventType.DEAL_WON, DAY, "70.00", "acme");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    Told.inOrder(broker, resent(EventType.DEAL_WON, "70.00", "again"));
    Told.inOrder(broker, sameKey("again"));

    await().atMost(PATIENCE).until(() -> count(revenue) == 2);
    assertThat(sum(revenue)).isEqualByComparingTo("71");
    assertThat(
            number(
                "SELECT count(*) AS n FROM sale WHERE event_id = ? AND replaced",
                world.ref("0").id()))
        .isZero();
  }

  @Test
  void aSaleThatTheMeasuringOfThePastReadsIsReplacedOnlyAfterIt() {
    SalesWorld world = new SalesWorld("chunk").sale("0", EventType.DEAL_WON, DAY, "70", "acme");
    MetricVersion revenue = world.metric(TestMetrics.wonRevenue());
    Told.inOrder(broker, world.told());
    await().atMost(PATIENCE).until(() -> isSum(revenue, "70") && isComplete(revenue));

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              measures.forget(ofKey(revenue), List.of(world.ref("0")));
              List<Sale> chunk =
                  sales.between(0, Long.MAX_VALUE, 1_000_000).stream()
                      .map(Sales.Stored::sale)
                      .filter(sale -> sale.ref().equals(world.ref("0")))
                      .toList();
              Told.inOrder(broker, resent(EventType.DEAL_WON, "40", "chunk"));
              await().atMost(PATIENCE).until(this::isReplacementWaiting);
              measures.add(ofKey(revenue), chunk);
            });

    await().atMost(PATIENCE).until(() -> isSum(revenue, "40"));
  }

  @Test
  void aMetricThatCannotBeCompiledIsSetAside() {
    MetricVersion faulty =
        TestMetrics.of("faulty", MetricVersion.Aggregation.SUM, "event.nothing +");

    Told.inOrder(broker, List.of(SalesWorld.defined(faulty)));

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                number(
                        "SELECT count(*) AS n FROM quarantine WHERE reason = ?",
                        "EXPRESSION_REFUSED")
                    == 1);
    assertThat(metrics.find("faulty")).isEmpty();
  }

  private static void sell(SalesWorld world, int from, int to) {
    for (int i = from; i < to; i++) {
      world.sale(String.valueOf(i), EventType.DEAL_WON, "2017-10-05", "2", "acme");
    }
  }

  /** The sale 0 of a world as it is sent again. */
  private static List<Told> resent(EventType type, String amount, String world) {
    return new SalesWorld(world).sale("0", type, DAY, amount, "acme").told();
  }

  /** A sale of 1 that comes after those of number 0. */
  private static List<Told> sameKey(String world) {
    Told sale =
        new SalesWorld(world).sale("1", EventType.DEAL_WON, DAY, "1", "acme").told().getFirst();
    return List.of(new Told(sale.type(), "0", sale.id(), sale.data()));
  }

  private boolean isCredited(SalesWorld world) {
    return number("SELECT count(*) AS n FROM credit WHERE event_id = ?", world.ref("0").id()) == 1;
  }

  private List<CompiledMetric> ofKey(MetricVersion metric) {
    return metrics.current().stream().filter(known -> known.key().equals(metric.key())).toList();
  }

  private boolean isReplacementWaiting() {
    return number(
            "SELECT count(*) AS n FROM pg_locks WHERE locktype = ? AND NOT granted",
            "transactionid")
        > 0;
  }

  private boolean isMetricWaiting() {
    return number(
            "SELECT count(*) AS n FROM pg_locks WHERE locktype = ? AND NOT granted", "advisory")
        > 0;
  }

  private boolean isComplete(MetricVersion metric) {
    return metrics.find(metric.key()).orElseThrow().complete();
  }

  private long count(MetricVersion metric) {
    return number(
        "SELECT count(*) AS n FROM measure WHERE metric_key = ? AND metric_version = ?",
        metric.key(),
        metric.version());
  }

  private long number(String query, Object... parameters) {
    return sql.query(query, row -> row.number("n"), parameters).getFirst();
  }

  private boolean isSum(MetricVersion metric, String total) {
    return count(metric) == 1 && sum(metric).compareTo(new BigDecimal(total)) == 0;
  }

  private BigDecimal sum(MetricVersion metric) {
    return sql.query(
            "SELECT sum(numerator) AS total FROM measure WHERE metric_key = ?",
            row -> row.decimal("total"),
            metric.key())
        .getFirst();
  }
}
