package dev.milepost.tracking.progress;

import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Catalogue.FirstEverMetric;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.progress.News.Shift;
import dev.milepost.tracking.progress.Sightings.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When keys were seen, by anybody's credits, for metrics that count a key only if it was never seen
 * before the goal's period. Whoever changes the sightings of a metric is alone with them until the
 * end of the transaction, and locks the accounts of the goals concerned after that; so a goal and
 * the sightings never miss each other.
 */
@ApplicationScoped
class FirstEver {
  private static final String REGISTER =
      """
      INSERT INTO first_ever_metric (metric_key, metric_version, backfill_mark, backfilled_to)
      SELECT ?, ?, coalesce(max(no), 0), 0 FROM credit
      ON CONFLICT (metric_key, metric_version) DO NOTHING
      """;
  private static final String BACKFILLED =
      """
      UPDATE first_ever_metric SET backfilled_to = ?
      WHERE metric_key = ? AND metric_version = ?
      """;
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?, ?))";
  private static final String FIRSTS =
      """
      SELECT key, min(occurred_at) AS first_at FROM sighting
      WHERE metric_key = ? AND metric_version = ? AND key = ANY (?) AND live > 0 GROUP BY key
      """;
  private static final String PUT =
      """
      INSERT INTO sighting AS old (metric_key, metric_version, key, occurred_at, live)
      SELECT ?, ?, key, occurred_at, sum(change)
      FROM unnest(?::text[], ?::timestamptz[], ?::integer[]) AS row (key, occurred_at, change)
      GROUP BY key, occurred_at
      ON CONFLICT (metric_key, metric_version, key, occurred_at)
      DO UPDATE SET live = old.live + excluded.live
      """;
  private static final String SEEN_BEFORE =
      """
      SELECT w.position
      FROM unnest(?::text[], ?::integer[], ?::text[], ?::timestamptz[])
           WITH ORDINALITY AS w (metric_key, metric_version, key, start, position)
      WHERE EXISTS (SELECT FROM sighting s
                    WHERE s.metric_key = w.metric_key AND s.metric_version = w.metric_version
                      AND s.key = w.key AND s.live > 0 AND s.occurred_at < w.start)
      """;

  private final Sql sql;

  FirstEver(Sql sql) {
    this.sql = sql;
  }

  /** Whether a key was seen before an instant. */
  record Asked(String metricKey, int metricVersion, String key, Instant start) {
    static Stream<Asked> of(Line line) {
      MetricVersion metric = line.goal().snapshot().metric();
      String key = line.contribution().key();
      return key == null || !line.goal().measure().isFirstEver()
          ? Stream.empty()
          : Stream.of(
              new Asked(
                  metric.key(), metric.version(), key, line.goal().snapshot().period().start()));
    }
  }

  /** Begins to keep sightings for a metric that is new; earlier credits are for its back-fill. */
  void register(MetricVersion metric) {
    sql.update(REGISTER, metric.key(), metric.version());
  }

  /** All sightings of a metric in credits up to this number are in. */
  void backfilled(MetricVersion metric, long upTo) {
    sql.update(BACKFILLED, upTo, metric.key(), metric.version());
  }

  /** Which of them were. */
  Set<Asked> seenBefore(List<Asked> asked) {
    Set<Asked> seen = new HashSet<>();
    sql.query(
        SEEN_BEFORE,
        row -> seen.add(asked.get(row.integer("position") - 1)),
        asked.stream().map(Asked::metricKey).toArray(String[]::new),
        asked.stream().mapToInt(Asked::metricVersion).toArray(),
        asked.stream().map(Asked::key).toArray(String[]::new),
        asked.stream().map(Asked::start).toArray(Instant[]::new));
    return seen;
  }

  /**
   * Takes in the sightings of new credits.
   *
   * @return the keys whose first sighting is another one now
   */
  List<News> sight(List<Credit> credits, Collection<FirstEverMetric> metrics) {
    List<News> news = new ArrayList<>();
    metrics.stream()
        .sorted(
            Comparator.comparing((FirstEverMetric m) -> m.measure().metric().key())
                .thenComparing(m -> m.measure().metric().version()))
        .forEach(
            metric -> {
              List<Sighting> sightings = Sightings.of(credits, metric.measure());
              if (!sightings.isEmpty()) {
                news.add(take(metric, sightings));
              }
            });
    return news;
  }

  private News take(FirstEverMetric metric, List<Sighting> sightings) {
    MetricVersion version = metric.measure().metric();
    Map<String, List<Sighting>> byKey =
        sightings.stream().collect(Collectors.groupingBy(Sighting::key));
    sql.query(ALONE, row -> row, version.key(), (long) version.version());
    Map<String, Instant> before = firsts(version, byKey.keySet());
    put(version, sightings);
    Map<String, Instant> after = firsts(version, byKey.keySet());
    Map<String, Shift> shifts = new HashMap<>();
    byKey.forEach(
        (key, seen) -> {
          if (!Objects.equals(before.get(key), after.get(key))) {
            shifts.put(key, new Shift(before.get(key), after.get(key), seen));
          }
        });
    return new News(metric, shifts);
  }

  private Map<String, Instant> firsts(MetricVersion metric, Set<String> keys) {
    Map<String, Instant> firsts = new HashMap<>();
    sql.query(
        FIRSTS,
        row -> firsts.put(row.text("key"), row.instant("first_at")),
        metric.key(),
        metric.version(),
        keys);
    return firsts;
  }

  private void put(MetricVersion metric, List<Sighting> sightings) {
    sql.update(
        PUT,
        metric.key(),
        metric.version(),
        sightings.stream().map(Sighting::key).toArray(String[]::new),
        sightings.stream().map(Sighting::at).toArray(Instant[]::new),
        sightings.stream().mapToInt(Sighting::change).toArray());
  }
}
