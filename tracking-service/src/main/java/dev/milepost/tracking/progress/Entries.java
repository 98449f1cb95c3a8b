package dev.milepost.tracking.progress;

import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.milestone.CrossingDates.Bar;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
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
      SELECT unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::integer[]),
             unnest(?::text[]), unnest(?::timestamptz[]), ?, unnest(?::numeric[]),
             unnest(?::numeric[]), unnest(?::text[]), unnest(?::integer[])
      """;

  /**
   * A(t) is the sum of all entries up to t; a window's frame takes in those of one instant. Goal by
   * goal, from what is known of the course on, and no further than to the bar.
   */
  private static final String CROSSINGS =
      """
      SELECT wanted.position, crossing.occurred_at AS crossed_at, crossing.height,
             coalesce(rest.first, wanted.last + 1) - 1 AS sequence
      FROM unnest(?::bigint[], ?::numeric[], ?::timestamptz[], ?::numeric[], ?::bigint[],
                  ?::bigint[])
           WITH ORDINALITY AS wanted (goal_no, bar, until, height, sequence, last, position)
      CROSS JOIN LATERAL (
        SELECT tail.occurred_at, tail.height
        FROM (SELECT occurred_at,
                     wanted.height + sum(numerator) OVER (ORDER BY occurred_at) AS height
              FROM progress_entry
              WHERE goal_no = wanted.goal_no AND sequence > wanted.sequence
                AND (wanted.until IS NULL OR occurred_at > wanted.until)
                AND kind <> 'TRUE_UP') AS tail
        WHERE tail.height >= wanted.bar ORDER BY tail.occurred_at LIMIT 1) AS crossing
      CROSS JOIN LATERAL (
        SELECT min(sequence) AS first FROM progress_entry
        WHERE wanted.last > 0 AND goal_no = wanted.goal_no AND sequence > wanted.sequence
          AND occurred_at > crossing.occurred_at AND kind <> 'TRUE_UP') AS rest
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
        entries.stream().mapToLong(e -> e.goal().no()).toArray(),
        entries.stream().mapToLong(Entry::sequence).toArray(),
        entries.stream().mapToLong(e -> e.line().credit().creditNo()).toArray(),
        entries.stream().mapToInt(e -> e.line().credit().revision()).toArray(),
        entries.stream().map(Entry::kind).toArray(Kind[]::new),
        entries.stream().map(e -> e.line().occurredAt()).toArray(Instant[]::new),
        entries.getFirst().recordedAt(),
        entries.stream().map(e -> e.line().contribution().numerator()).toArray(BigDecimal[]::new),
        entries.stream().map(e -> e.line().contribution().denominator()).toArray(BigDecimal[]::new),
        entries.stream().map(e -> e.line().contribution().key()).toArray(String[]::new),
        entries.stream().map(Entry::sample).toArray(Integer[]::new));
  }

  /**
   * A value that a goal's course crossed.
   *
   * @param bar the value
   * @param known what is known of the course, which reached the value later
   * @param last number of the goal's last entry; 0 if only the date is of interest
   */
  record Sought(Bar bar, Course known, long last) {}

  /**
   * The courses of flows that add up values, each up to the instant at which it crossed its bar.
   */
  Map<Bar, Course> crossings(List<Sought> sought) {
    Map<Bar, Course> found = new HashMap<>();
    if (!sought.isEmpty()) {
      sql.query(
          CROSSINGS,
          row -> found.put(sought.get(row.integer("position") - 1).bar(), risen(row)),
          sought.stream().mapToLong(one -> one.bar().goalNo()).toArray(),
          sought.stream().map(one -> one.bar().value()).toArray(BigDecimal[]::new),
          sought.stream().map(one -> one.known().until()).toArray(Instant[]::new),
          sought.stream().map(one -> one.known().height()).toArray(BigDecimal[]::new),
          sought.stream().mapToLong(one -> one.known().sequence()).toArray(),
          sought.stream().mapToLong(Sought::last).toArray());
    }
    return found;
  }

  private static Course risen(Row row) throws SQLException {
    return Course.risenAt(row.instant("crossed_at"), row.decimal("height"), row.number("sequence"));
  }
}
