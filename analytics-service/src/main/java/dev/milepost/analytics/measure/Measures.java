package dev.milepost.analytics.measure;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the sales contribute to the metrics. */
@ApplicationScoped
class Measures {
  private final Sql sql;

  Measures(Sql sql) {
    this.sql = sql;
  }

  /** Measures the sales with each of the metrics. What is measured already stays as it is. */
  void add(Collection<CompiledMetric> metrics, List<Sale> sales) {
    List<Measured> found = new ArrayList<>();
    for (Sale sale : sales) {
      for (CompiledMetric metric : metrics) {
        metric
            .measure(sale)
            .ifPresent(contribution -> found.add(new Measured(metric, sale.ref(), contribution)));
      }
    }
    if (!found.isEmpty()) {
      insert(found);
    }
  }

  /** Forgets what sales contributed to the metrics. */
  void forget(Collection<CompiledMetric> metrics, List<SaleRef> sales) {
    if (sales.isEmpty()) {
      return;
    }
    for (CompiledMetric metric : metrics) {
      sql.update(
          """
          DELETE FROM measure USING unnest(?::text[], ?::text[]) AS sale (source, event_id)
          WHERE metric_key = ? AND metric_version = ?
            AND measure.source = sale.source AND measure.event_id = sale.event_id
          """,
          sales.stream().map(SaleRef::source).toList(),
          sales.stream().map(SaleRef::id).toList(),
          metric.key(),
          metric.version());
    }
  }

  /** Forgets what older versions of a metric measured. */
  void dropOlderThan(String metricKey, int version) {
    sql.update(
        "DELETE FROM measure WHERE metric_key = ? AND metric_version < ?", metricKey, version);
  }

  private void insert(List<Measured> found) {
    sql.update(
        """
        INSERT INTO measure (metric_key, metric_version, source, event_id, numerator, denominator,
                             distinct_key)
        SELECT * FROM unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::numeric[],
                             ?::numeric[], ?::text[])
        ON CONFLICT DO NOTHING
        """,
        found.stream().map(measured -> measured.metric().key()).toList(),
        found.stream().map(measured -> measured.metric().version()).toArray(Integer[]::new),
        found.stream().map(measured -> measured.sale().source()).toList(),
        found.stream().map(measured -> measured.sale().id()).toList(),
        found.stream().map(Measured::numerator).toArray(BigDecimal[]::new),
        found.stream().map(Measured::denominator).toArray(BigDecimal[]::new),
        found.stream()
            .map(measured -> measured.contribution().distinctKey())
            .toArray(String[]::new));
  }

  private record Measured(CompiledMetric metric, SaleRef sale, Contribution contribution) {
    BigDecimal numerator() {
      return contribution.numerator();
    }

    BigDecimal denominator() {
      return contribution.denominator();
    }
  }
}
