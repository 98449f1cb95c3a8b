package dev.milepost.tracking.progress;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.sql.Sql.RowMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folds windows of level goals, all in one statement (LATEST takes one more). A window is made of
 * whole hours and days, see {@link LevelSpans}, and two edges: the entries before its first whole
 * hour come to it, those of its last hour that occurred after its end come off. What was known in
 * the past, and what came after the close, is not kept by spans; then the whole window is one edge.
 */
@ApplicationScoped
class Levels {
  /** An event is one of the sample however many of its credits count for the goal. */
  private static final String FOLD =
      """
      SELECT w.position, h.numerator + f.numerator AS numerator,
             h.denominator + f.denominator AS denominator, h.sample + f.sample AS sample
      FROM %s
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(s.numerator), 0) AS numerator,
               coalesce(sum(s.denominator), 0) AS denominator, coalesce(sum(s.sample), 0) AS sample
        FROM (VALUES (1, w.first, w.first_day), (24, w.first_day, w.last_day),
                     (1, w.last_day, w.last)) AS part (hours, since, until)
        JOIN level_span s
          ON s.hours = part.hours AND s.begins >= part.since AND s.begins < part.until
        WHERE s.goal_no = w.goal_no) h
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(s.sign * s.numerator), 0) AS numerator,
               coalesce(sum(s.sign * s.denominator), 0) AS denominator,
               coalesce(sum(s.sign) FILTER (WHERE s.sample > 0), 0) AS sample
        FROM (SELECT edge.sign, sum(e.numerator) AS numerator, sum(e.denominator) AS denominator,
                     sum(e.sample) AS sample
              FROM (VALUES (w.since, w.first, 1), (w.until, w.last, -1)) AS edge (since, until, sign)
              JOIN progress_entry e
                ON e.occurred_at >= edge.since AND e.occurred_at < edge.until
              JOIN credit c ON c.no = e.credit_no
              WHERE e.goal_no = w.goal_no AND e.sample IS NOT NULL
                AND (w.with_late OR e.kind <> 'TRUE_UP') %s
              GROUP BY edge.sign, c.event_no) s) f
      """;

  /**
   * Of the events with a credit in force the one that occurred last; of those, recorded last. It is
   * not sought before the last whole hour that has one.
   */
  private static final String LATEST =
      """
      SELECT w.position, l.value
      FROM %s
      CROSS JOIN LATERAL (
        SELECT greatest(w.since, max(begins)) AS since FROM level_span
        WHERE goal_no = w.goal_no AND hours = 1 AND sample > 0 AND begins >= w.first
          AND begins <= w.until - interval '1 hour') h
      CROSS JOIN LATERAL (
        SELECT f.value
        FROM (SELECT c.event_no, v.occurred_at, any_value(v.value) AS value
              FROM (SELECT e.credit_no, e.occurred_at, sum(e.numerator) AS value
                    FROM progress_entry e
                    WHERE e.goal_no = w.goal_no AND e.sample IS NOT NULL
                      AND e.occurred_at >= h.since AND e.occurred_at < w.until
                      AND (w.with_late OR e.kind <> 'TRUE_UP') %s
                    GROUP BY e.credit_no, e.occurred_at HAVING sum(e.sample) > 0) v
              JOIN credit c ON c.no = v.credit_no
              GROUP BY c.event_no, v.occurred_at) f
        JOIN sales_event s ON s.no = f.event_no
        ORDER BY f.occurred_at DESC, s.recorded_at DESC, s.source COLLATE "C" DESC,
                 s.event_id COLLATE "C" DESC
        LIMIT 1) l
      """;

  private static final String WINDOWS =
      """
      unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
             ?::timestamptz[], ?::timestamptz[], ?::boolean[])
      WITH ORDINALITY
      AS w (goal_no, since, first, first_day, last_day, last, until, with_late, position)
      """;

  private static final String KNOWN_BY = "AND e.recorded_at <= ?";

  private final Sql sql;

  Levels(Sql sql) {
    this.sql = sql;
  }

  /**
   * A window as it is put together: hours, days, and hours again.
   *
   * @param first the first of the hours that are taken whole
   * @param firstDay the first of the days that are taken whole; {@code last} when none is
   * @param lastDay the first hour behind those days
   * @param last the first hour behind them all, at the window's end or after it
   */
  private record Parts(
      Window window, Instant first, Instant firstDay, Instant lastDay, Instant last) {
    static Parts ofSpans(Window window) {
      Instant first = LevelSpans.firstFrom(window.from(), HOURS);
      if (window.withLate() || !first.isBefore(window.to())) {
        return ofEntries(window);
      }
      Instant last = LevelSpans.firstFrom(window.to(), HOURS);
      Instant firstDay = LevelSpans.firstFrom(first, DAYS);
      Instant lastDay = last.truncatedTo(DAYS);
      return firstDay.isBefore(lastDay)
          ? new Parts(window, first, firstDay, lastDay, last)
          : new Parts(window, first, last, last, last);
    }

    static Parts ofEntries(Window window) {
      return new Parts(window, window.to(), window.to(), window.to(), window.to());
    }
  }

  /** The fold of each window. */
  Map<Window, Level> of(Collection<Window> windows) {
    return of(windows.stream().distinct().map(Parts::ofSpans).toList(), null);
  }

  /** The fold of what was recorded of each window up to a moment, that moment included. */
  Map<Window, Level> knownAt(Collection<Window> windows, Instant moment) {
    return of(windows.stream().distinct().map(Parts::ofEntries).toList(), moment);
  }

  private Map<Window, Level> of(List<Parts> windows, @Nullable Instant moment) {
    Map<Window, Level> levels = read(FOLD, windows, moment, Levels::fold);
    List<Parts> ofLatest = windows.stream().filter(parts -> parts.window().ofLatest()).toList();
    Map<Window, BigDecimal> values = read(LATEST, ofLatest, moment, row -> row.decimal("value"));
    ofLatest.forEach(
        parts ->
            levels.computeIfPresent(
                parts.window(), (window, fold) -> fold.ofLatest(values.get(window))));
    return levels;
  }

  private <T> Map<Window, T> read(
      String statement, List<Parts> windows, @Nullable Instant moment, RowMapper<T> mapper) {
    Map<Window, T> found = new HashMap<>();
    if (!windows.isEmpty()) {
      sql.query(
          statement.formatted(WINDOWS, moment == null ? "" : KNOWN_BY),
          row -> found.put(windows.get(row.integer("position") - 1).window(), mapper.map(row)),
          parameters(windows, moment));
    }
    return found;
  }

  private static Level fold(Row row) throws SQLException {
    return new Level(row.decimal("numerator"), row.decimal("denominator"), row.number("sample"));
  }

  private static @Nullable Object[] parameters(List<Parts> windows, @Nullable Instant moment) {
    boolean[] withLate = new boolean[windows.size()];
    for (int i = 0; i < withLate.length; i++) {
      withLate[i] = windows.get(i).window().withLate();
    }
    return Stream.concat(
            Stream.of(
                windows.stream().mapToLong(parts -> parts.window().goalNo()).toArray(),
                instants(windows, parts -> parts.window().from()),
                instants(windows, Parts::first),
                instants(windows, Parts::firstDay),
                instants(windows, Parts::lastDay),
                instants(windows, Parts::last),
                instants(windows, parts -> parts.window().to()),
                withLate),
            Stream.ofNullable(moment))
        .toArray();
  }

  private static Instant[] instants(List<Parts> windows, Function<Parts, Instant> which) {
    return windows.stream().map(which).toArray(Instant[]::new);
  }
}
