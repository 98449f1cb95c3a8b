package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.milestone.CrossingDates;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The entries' table. */
@ApplicationScoped
class Entries {
  private static final String INSERT =
      """
      INSERT INTO progress_entry
        (goal_no, sequence, credit_no, revision, kind, occurred_at, recorded_at, numerator,
         denominator, key, sample)
      SELECT goal_no, sequence, credit_no, revision, kind, occurred_at, ?, numerator, denominator,
             key, sample
      FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::integer[], ?::text[],
                  ?::timestamptz[], ?::numeric[], ?::numeric[], ?::text[], ?::integer[])
           AS row (goal_no, sequence, credit_no, revision, kind, occurred_at, numerator,
                   denominator, key, sample)
      """;

  /**
   * A(t) is the sum of all entries up to t; a window's frame takes in those of one instant. Goal by
   * goal, and no further than to the bar.
   */
  private static final String CROSSINGS =
      """
      SELECT wanted.position, crossing.occurred_at AS crossed_at
      FROM unnest(?::bigint[], ?::numeric[]) WITH ORDINALITY AS wanted (goal_no, bar, position)
      CROSS JOIN LATERAL (
        SELECT course.occurred_at
        FROM (SELECT occurred_at, sum(numerator) OVER (ORDER BY occurred_at) AS value
              FROM progress_entry
              WHERE goal_no = wanted.goal_no AND kind <> 'TRUE_UP') AS course
        WHERE course.value >= wanted.bar ORDER BY course.occurred_at LIMIT 1) AS crossing
      """;

  private final Sql sql;

  Entries(Sql sql) {
    this.sql = sql;
  }

  /**
   * Inserts entries that are all made now. Fails as a whole if one of them is there already: (goal,
   * credit, revision) is unique.
   */
  void insert(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    sql.update(
        INSERT,
        entries.getFirst().recordedAt(),
        entries.stream().mapToLong(e -> e.goal().no()).toArray(),
        entries.stream().mapToLong(Entry::sequence).toArray(),
        entries.stream().mapToLong(e -> e.line().credit().creditNo()).toArray(),
        entries.stream().mapToInt(e -> e.line().credit().revision()).toArray(),
        entries.stream().map(Entry::kind).toArray(Kind[]::new),
        entries.stream().map(e -> e.line().occurredAt()).toArray(Instant[]::new),
        entries.stream().map(e -> e.line().contribution().numerator()).toArray(BigDecimal[]::new),
        entries.stream().map(e -> e.line().contribution().denominator()).toArray(BigDecimal[]::new),
        entries.stream().map(e -> e.line().contribution().key()).toArray(String[]::new),
        entries.stream().map(Entry::sample).toArray(Integer[]::new));
  }

  /** When flows that add up values crossed the bars; see {@link CrossingDates#find}. */
  Map<Bar, Instant> crossings(List<Bar> bars) {
    Map<Bar, Instant> dates = new HashMap<>();
    if (!bars.isEmpty()) {
      sql.query(
          CROSSINGS,
          row -> dates.put(bars.get(row.integer("position") - 1), row.instant("crossed_at")),
          bars.stream().mapToLong(Bar::goalNo).toArray(),
          bars.stream().map(Bar::value).toArray(BigDecimal[]::new));
    }
    return dates;
  }
}
