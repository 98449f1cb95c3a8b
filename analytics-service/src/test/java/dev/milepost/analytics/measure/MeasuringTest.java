package dev.milepost.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
                  sales.add(
                      List.of(
                          new Sale(
                              world.ref("0"), sale.type().typeName(), (SalesEvent) sale.data())));
              List<CompiledMetric> known = metrics.current();
              Told.inOrder(broker, List.of(SalesWorld.defined(revenue)));
              await().atMost(PATIENCE).until(this::isMetricWaiting);
              measures.add(known, fresh);
            });

    await().atMost(PATIENCE).until(() -> count(revenue) == 1);
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

  private BigDecimal sum(MetricVersion metric) {
    return sql.query(
            "SELECT sum(numerator) AS total FROM measure WHERE metric_key = ?",
            row -> row.decimal("total"),
            metric.key())
        .getFirst();
  }
}
