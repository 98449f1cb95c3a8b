package dev.milepost.analytics.trend;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Period;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up measures, weighted by credits, per period. */
@ApplicationScoped
class TrendSums {
  /** Takes the metric's key and version; then the owner's id. */
  private static final String CREDITED =
      """
      FROM credit JOIN measure USING (source, event_id)
      WHERE metric_key = ? AND metric_version = ? AND credit_type = 'DIRECT' AND %s
      """;

  /** The sales by period, each with the share that is left of it. */
  private static final String SALES =
      """
      WITH sales AS (
        SELECT width_bucket(occurred_at, ?::timestamptz[]) AS period, source, event_id,
               occurred_at, min(recorded_at) AS recorded_at, numerator, denominator, distinct_key,
               sum(share) AS share
        %s AND occurred_at >= ? AND occurred_at < ?
        GROUP BY period, source, event_id, occurred_at, numerator, denominator, distinct_key
        HAVING sum(share) <> 0)
      """;

  private static final String PER_PERIOD =
      """
      SELECT period, count(*) AS sales, sum(numerator * share) AS numerator,
             sum(denominator * share) AS denominator, max(keys) AS keys,
             (array_agg(numerator ORDER BY occurred_at DESC, recorded_at DESC, event_id DESC))[1]
               AS latest
      FROM sales LEFT JOIN (
        SELECT period, count(*) AS keys
        FROM (SELECT period, distinct_key FROM sales
              GROUP BY period, distinct_key HAVING sum(share) > 0) AS key %s
        GROUP BY period) AS counted USING (period)
      GROUP BY period
      """;

  /** A sale that was taken back, or credited anew to others, is none of the owner's. */
  private static final String FIRST_SALE =
      """
      SELECT min(occurred_at) AS first
      FROM (SELECT occurred_at %s
            GROUP BY source, event_id, occurred_at HAVING sum(share) <> 0) AS sale
      """;

  /** Leaves only the keys whose first sale ever, by anyone, is in the period. */
  private static final String FIRST_EVER =
      """
      JOIN (
        SELECT distinct_key, width_bucket(min(occurred_at), ?::timestamptz[]) AS first_period
        FROM (SELECT source, event_id, distinct_key, occurred_at
              %s
              GROUP BY source, event_id, distinct_key, occurred_at
              HAVING sum(share) > 0) AS sale
        GROUP BY distinct_key) AS first USING (distinct_key)
      WHERE first_period = period
      """;

  private final Sql sql;

  TrendSums(Sql sql) {
    this.sql = sql;
  }

  /** Lets all reads of the transaction see one state of the database; before the first of them. */
  void freeze() {
    sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  }

  /** When the first sale of a metric occurred of which the owner has something left. */
  @Nullable Instant firstSale(MetricVersion metric, @Nullable Owner owner) {
    return sql.query(
            FIRST_SALE.formatted(CREDITED.formatted(scope(owner))),
            row -> Optional.ofNullable(row.instantOrNull("first")),
            metric.key(),
            metric.version(),
            id(owner))
        .getFirst()
        .orElse(null);
  }

  /**
   * The sums of an owner's sales, by place in the list of periods; a period without sales is left
   * out.
   *
   * @param periods in order, each beginning where the one before ends; at least one
   */
  Map<Integer, Sums> of(MetricVersion metric, @Nullable Owner owner, List<Period> periods) {
    Instant[] starts = periods.stream().map(Period::start).toArray(Instant[]::new);
    List<@Nullable Object> parameters =
        new ArrayList<>(
            Arrays.asList(
                starts,
                metric.key(),
                metric.version(),
                id(owner),
                starts[0],
                periods.getLast().end()));
    String firstEver = "";
    if (metric.firstEver()) {
      firstEver = FIRST_EVER.formatted(CREDITED.formatted(scope(null)));
      parameters.addAll(Arrays.asList(starts, metric.key(), metric.version(), id(null)));
    }
    Map<Integer, Sums> sums = new HashMap<>();
    sql.query(
            SALES.formatted(CREDITED.formatted(scope(owner))) + PER_PERIOD.formatted(firstEver),
            row -> Map.entry(row.integer("period") - 1, read(row)),
            parameters.toArray())
        .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
    return sums;
  }

  private static Sums read(Row row) throws SQLException {
    return new Sums(
        row.number("sales"),
        row.decimal("numerator"),
        row.decimal("denominator"),
        row.decimal("latest"),
        row.number("keys"));
  }

  /** A condition that takes the owner's id. */
  private static String scope(@Nullable Owner owner) {
    if (owner == null) {
      return "?::text IS NULL";
    }
    return switch (owner.type()) {
      case PARTICIPANT -> "participant_id = ?";
      case TEAM -> "teams @> ARRAY[?::text]";
    };
  }

  private static @Nullable String id(@Nullable Owner owner) {
    return owner == null ? null : owner.id();
  }
}
