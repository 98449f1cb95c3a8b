package dev.milepost.analytics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.analytics.TestMetrics;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.ExpressionFault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompiledMetricTest {
  private static final ExpressionCompiler COMPILER = new ExpressionCompiler();

  @Test
  void aSumTakesTheValueOfWhatQualifies() {
    CompiledMetric revenue = compile(TestMetrics.wonRevenue());

    assertThat(revenue.measure(sale(EventType.DEAL_WON, "1054.10", "acme")))
        .contains(Contribution.of(new BigDecimal("1054.10")));
    assertThat(revenue.measure(sale(EventType.DEAL_LOST, "1054.10", "acme"))).isEmpty();
  }

  @Test
  void aCountTakesOneEach() {
    CompiledMetric deals = compile(TestMetrics.of("won-deals", Aggregation.COUNT, null));

    assertThat(deals.measure(sale(EventType.DEAL_WON, null, null))).contains(Contribution.ONE);
  }

  @Test
  void aDistinctCountTakesTheKey() {
    CompiledMetric customers = compile(TestMetrics.newCustomers());

    assertThat(customers.measure(sale(EventType.DEAL_WON, "1", "acme")))
        .contains(Contribution.ofKey("acme"));
  }

  @Test
  void aSaleWithoutWhatTheExpressionAsksForDoesNotQualify() {
    CompiledMetric revenue = compile(TestMetrics.wonRevenue());
    CompiledMetric customers = compile(TestMetrics.newCustomers());

    assertThat(revenue.measure(sale(EventType.DEAL_WON, null, "acme"))).isEmpty();
    assertThat(customers.measure(sale(EventType.DEAL_WON, "1", null))).isEmpty();
  }

  @Test
  void aRatioTakesEachPartByItsOwnCondition() {
    CompiledMetric winRate = compile(TestMetrics.winRate(null));

    assertThat(winRate.measure(sale(EventType.DEAL_WON, "1", "acme")))
        .contains(new Contribution(BigDecimal.ONE, BigDecimal.ONE, null));
    assertThat(winRate.measure(sale(EventType.DEAL_LOST, "1", "acme")))
        .contains(new Contribution(BigDecimal.ZERO, BigDecimal.ONE, null));
    assertThat(winRate.measure(sale(EventType.SURVEY_ANSWERED, "1", "acme"))).isEmpty();
  }

  @Test
  void aFaultyExpressionIsRefused() {
    MetricVersion faulty = TestMetrics.of("faulty", Aggregation.SUM, "event.nothing +");

    assertThatThrownBy(() -> compile(faulty)).isInstanceOf(ExpressionFault.class);
  }

  private static CompiledMetric compile(MetricVersion metric) {
    return CompiledMetric.compile(metric, COMPILER);
  }

  private static Sale sale(EventType type, @Nullable String amount, @Nullable String customer) {
    SalesEvent data =
        new SalesEvent(
            Instant.parse("2017-10-05T12:00:00Z"),
            "ann",
            List.of(),
            amount == null ? null : new Money(new BigDecimal(amount), "USD"),
            null,
            customer,
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null);
    return new Sale(new SaleRef("/crm", "1"), type.typeName(), data);
  }
}
