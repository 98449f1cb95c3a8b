package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folds windows of level goals, all in one statement (LATEST in one of its own). */
@ApplicationScoped
class Levels {
  /** An event is one of the sample however many of its credits count for the goal. */
  private static final String MEANS =
      """
      SELECT w.position, f.numerator, f.denominator, f.sample
      FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
           WITH ORDINALITY AS w (goal_no, since, until, with_late, position)
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(s.numerator), 0) AS numerator,
               coalesce(sum(s.denominator), 0) AS denominator,
               count(*) FILTER (WHERE s.sample > 0) AS sample
        FROM (SELECT sum(e.numerator) AS numerator, sum(e.denominator) AS denominator,
                     sum(e.sample) AS sample
              FROM progress_entry e JOIN credit c ON c.no = e.credit_no
              WHERE e.goal_no = w.goal_no AND e.sample IS NOT NULL
                AND e.occurred_at >= w.since AND e.occurred_at < w.until
                AND (w.with_late OR e.kind <> 'TRUE_UP') %s
              GROUP BY c.event_no) s) f
      """;

  /** Of the events with a credit in force the one that occurred last; of those, recorded last. */
  private static final String LATEST =
      """
      SELECT w.position, l.value AS numerator, 1 AS denominator, l.sample
      FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::boolean[])
           WITH ORDINALITY AS w (goal_no, since, until, with_late, position)
      CROSS JOIN LATERAL (
        SELECT f.value, count(*) OVER () AS sample
        FROM (SELECT c.event_no, v.occurred_at, any_value(v.value) AS value
              FROM (SELECT e.credit_no, e.occurred_at, sum(e.numerator) AS value
                    FROM progress_entry e
                    WHERE e.goal_no = w.goal_no AND e.sample IS NOT NULL
                      AND e.occurred_at >= w.since AND e.occurred_at < w.until
                      AND (w.with_late OR e.kind <> 'TRUE_UP') %s
                    GROUP BY e.credit_no, e.occurred_at HAVING sum(e.sample) > 0) v
              JOIN credit c ON c.no = v.credit_no
              GROUP BY c.event_no, v.occurred_at) f
        JOIN sales_event s ON s.no = f.event_no
        ORDER BY f.occurred_at DESC, s.recorded_at DESC, s.source COLLATE "C" DESC,
                 s.event_id COLLATE "C" DESC
        LIMIT 1) l
      """;

  private static final String KNOWN_BY = "AND e.recorded_at <= ?";

  private final Sql sql;

  Levels(Sql sql) {
    this.sql = sql;
  }

  /** The fold of each window. */
  Map<Window, Level> of(Collection<Window> windows) {
    return of(windows, null);
  }

  /** The fold of what was recorded of each window up to a moment, that moment included. */
  Map<Window, Level> knownAt(Collection<Window> windows, Instant moment) {
    return of(windows, moment);
  }

  private Map<Window, Level> of(Collection<Window> windows, @Nullable Instant moment) {
    Map<Window, Level> levels = new HashMap<>();
    List<Window> means = windows.stream().filter(window -> !window.ofLatest()).distinct().toList();
    fold(MEANS, means, moment, levels);
    fold(LATEST, windows.stream().filter(Window::ofLatest).distinct().toList(), moment, levels);
    return levels;
  }

  private void fold(
      String statement, List<Window> windows, @Nullable Instant moment, Map<Window, Level> levels) {
    if (windows.isEmpty()) {
      return;
    }
    windows.forEach(window -> levels.put(window, Level.NONE));
    boolean[] withLate = new boolean[windows.size()];
    for (int i = 0; i < withLate.length; i++) {
      withLate[i] = windows.get(i).withLate();
    }
    sql.query(
        statement.formatted(moment == null ? "" : KNOWN_BY),
        row ->
            levels.put(
                windows.get(row.integer("position") - 1),
                new Level(
                    row.decimal("numerator"), row.decimal("denominator"), row.number("sample"))),
        parameters(windows, withLate, moment));
  }

  private static @Nullable Object[] parameters(
      List<Window> windows, boolean[] withLate, @Nullable Instant moment) {
    return Stream.concat(
            Stream.of(
                windows.stream().mapToLong(Window::goalNo).toArray(),
                windows.stream().map(Window::from).toArray(Instant[]::new),
                windows.stream().map(Window::to).toArray(Instant[]::new),
                withLate),
            Stream.ofNullable(moment))
        .toArray();
  }
}
