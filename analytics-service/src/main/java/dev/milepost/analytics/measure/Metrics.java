package dev.milepost.analytics.measure;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.MetricDefined;
import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics as told, and how far the past has been measured with each. */
@ApplicationScoped
public class Metrics {
  private final Sql sql;
  private final ExpressionCompiler compiler;
  private final Map<VersionKey, CompiledMetric> compiled = new ConcurrentHashMap<>();

  Metrics(Sql sql, ExpressionCompiler compiler) {
    this.sql = sql;
    this.compiler = compiler;
  }

  /**
   * A metric as it can be asked for.
   *
   * @param version the newest version of its definition
   * @param complete whether the past has been measured with it
   */
  public record Measured(MetricVersion version, boolean complete) {}

  /** The sales that are still to be measured with a metric, by their order of arrival. */
  record Past(CompiledMetric metric, long measuredTo, long measureTo) {}

  /** A version of a metric never changes, so what was compiled once stays good. */
  private record VersionKey(String key, int version) {}

  /** The metric with this key. */
  public Optional<Measured> find(String key) {
    return sql.queryOne(
        "SELECT data, measured_to >= measure_to AS complete FROM metric WHERE key = ?",
        row -> new Measured(read(row).latest(), row.flag("complete")),
        key);
  }

  /**
   * Takes over a metric if it is newer than the one known; all sales stored so far are then to be
   * measured with it. The caller holds the lock exclusively.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault if one of its expressions is refused
   */
  void define(MetricDefined metric) {
    CompiledMetric.compile(metric.latest(), compiler);
    sql.update(
        """
        INSERT INTO metric AS old (key, version, data, measured_to, measure_to)
        SELECT ?, ?, ?::jsonb, 0, coalesce(max(id), 0) FROM sale
        ON CONFLICT (key) DO UPDATE
        SET version = excluded.version, data = excluded.data,
            measured_to = excluded.measured_to, measure_to = excluded.measure_to
        WHERE old.version < excluded.version
        """,
        metric.key(),
        metric.version(),
        new String(EventWriter.data(metric), StandardCharsets.UTF_8));
  }

  /** All metrics in their newest versions. */
  List<CompiledMetric> current() {
    return sql.query("SELECT key, version, data FROM metric", this::compiled);
  }

  /** A metric with sales of the past to measure that nobody else works on; locked until commit. */
  Optional<Past> nextPast() {
    return sql.queryOne(
        """
        SELECT * FROM metric WHERE measured_to < measure_to
        ORDER BY key LIMIT 1 FOR UPDATE SKIP LOCKED
        """,
        row -> new Past(compiled(row), row.number("measured_to"), row.number("measure_to")));
  }

  /** Notes how far the past has been measured. */
  void measuredTo(String key, long saleId) {
    sql.update("UPDATE metric SET measured_to = ? WHERE key = ?", saleId, key);
  }

  /** How many sales are to be measured still, summed over the metrics. */
  long backlog() {
    return sql.queryOne(
            "SELECT coalesce(sum(measure_to - measured_to), 0) AS sales FROM metric",
            row -> row.number("sales"))
        .orElse(0L);
  }

  private CompiledMetric compiled(Row row) throws SQLException {
    VersionKey key = new VersionKey(row.text("key"), row.integer("version"));
    CompiledMetric known = compiled.get(key);
    if (known != null) {
      return known;
    }
    CompiledMetric metric = CompiledMetric.compile(read(row).latest(), compiler);
    compiled.put(key, metric);
    return metric;
  }

  private static MetricDefined read(Row row) throws SQLException {
    try {
      return ContractJson.mapper().readValue(row.text("data"), MetricDefined.class);
    } catch (IOException e) {
      throw new UncheckedIOException("a stored metric is not readable", e);
    }
  }
}
