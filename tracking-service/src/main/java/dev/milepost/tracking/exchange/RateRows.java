package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rates' table. */
@ApplicationScoped
class RateRows {
  private static final String CURRENT =
      """
      SELECT DISTINCT ON (r.kind, r.from_currency, r.to_currency, r.period) r.*
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
           AS k (kind, from_currency, to_currency, period)
      JOIN exchange_rate r USING (kind, from_currency, to_currency, period)
      ORDER BY r.kind, r.from_currency, r.to_currency, r.period, r.version DESC
      """;
  private static final String INSERT =
      """
      INSERT INTO exchange_rate
        (kind, from_currency, to_currency, period, version, rate, imported_at, imported_by)
      SELECT kind, from_currency, to_currency, period, version, rate, ?, ?
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::numeric[])
           AS row (kind, from_currency, to_currency, period, version, rate)
      """;

  private final Sql sql;

  RateRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * The version of a rate in force.
   *
   * @param version counts from 1
   */
  record Current(RateKey key, int version, Rate rate) {}

  /** Those of the rates that were imported, in force, by their own direction. */
  Map<RateKey, Current> current(Collection<RateKey> keys) {
    Map<RateKey, Current> found = new HashMap<>();
    if (!keys.isEmpty()) {
      sql.query(
          CURRENT,
          row -> found.put(key(row), current(row)),
          keys.stream().map(RateKey::kind).toArray(ExchangeRate[]::new),
          keys.stream().map(RateKey::from).toArray(String[]::new),
          keys.stream().map(RateKey::to).toArray(String[]::new),
          keys.stream().map(RateKey::period).toArray(String[]::new));
    }
    return found;
  }

  /**
   * A version to be stored.
   *
   * @param version one above the highest
   */
  record NewVersion(RateKey key, int version, BigDecimal value) {}

  void insert(List<NewVersion> versions, Instant now, String by) {
    if (versions.isEmpty()) {
      return;
    }
    sql.update(
        INSERT,
        now,
        by,
        versions.stream().map(v -> v.key().kind()).toArray(ExchangeRate[]::new),
        versions.stream().map(v -> v.key().from()).toArray(String[]::new),
        versions.stream().map(v -> v.key().to()).toArray(String[]::new),
        versions.stream().map(v -> v.key().period()).toArray(String[]::new),
        versions.stream().mapToInt(NewVersion::version).toArray(),
        versions.stream().map(NewVersion::value).toArray(BigDecimal[]::new));
  }

  static RateKey key(Row row) throws SQLException {
    return new RateKey(
        row.constant("kind", ExchangeRate.class),
        row.text("from_currency"),
        row.text("to_currency"),
        row.text("period"));
  }

  private static Current current(Row row) throws SQLException {
    Rate rate = new Rate(row.number("no"), row.decimal("rate"), false);
    return new Current(key(row), row.integer("version"), rate);
  }
}
