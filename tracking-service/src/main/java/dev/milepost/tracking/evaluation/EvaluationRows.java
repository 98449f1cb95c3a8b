package dev.milepost.tracking.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.milepost.contract.ContractJson;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The evaluations' table. */
@ApplicationScoped
class EvaluationRows {
  private static final String DUE =
      """
      SELECT m.goal_no, m.threshold, m.cycle, m.goal_version, m.due_at, m.reached_at, m.recorded_at,
             p.sequence
      FROM milestone m
      JOIN goal_progress p ON p.goal_no = m.goal_no
      JOIN goal g ON g.no = m.goal_no
      WHERE m.declared AND m.reached_at IS NOT NULL AND m.evaluated < m.cycle
        AND g.state <> 'CANCELLED'
      ORDER BY m.recorded_at, m.goal_no, m.threshold LIMIT ?
      """;

  /** Nobody waits for us but a batch that is about to change just these. */
  private static final String STILL_REACHED =
      """
      SELECT m.goal_no, m.threshold, m.cycle, m.goal_version, m.due_at, m.reached_at, m.recorded_at
      FROM unnest(?::bigint[], ?::numeric[], ?::integer[], ?::timestamptz[])
           AS seen (goal_no, threshold, cycle, reached_at)
      JOIN milestone m ON m.goal_no = seen.goal_no AND m.threshold = seen.threshold
      WHERE m.cycle = seen.cycle AND m.reached_at = seen.reached_at AND m.evaluated < m.cycle
      FOR UPDATE OF m SKIP LOCKED
      """;

  private static final String PUT =
      """
      INSERT INTO milestone_evaluation
        (goal_no, threshold, cycle, goal_version, due_at, reached_at, recorded_at, days_early,
         working_days_early, actual, attainment, expected, pace, outlook, top_events, evaluated_at)
      SELECT row.*, ?
      FROM unnest(?::bigint[], ?::numeric[], ?::integer[], ?::integer[], ?::timestamptz[],
                  ?::timestamptz[], ?::timestamptz[], ?::integer[], ?::integer[], ?::numeric[],
                  ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[]) AS row
      ON CONFLICT (goal_no, threshold, cycle) DO UPDATE
      SET reached_at = excluded.reached_at, days_early = excluded.days_early,
          working_days_early = excluded.working_days_early, actual = excluded.actual,
          attainment = excluded.attainment, expected = excluded.expected, pace = excluded.pace,
          outlook = excluded.outlook, top_events = excluded.top_events,
          evaluated_at = excluded.evaluated_at
      """;
  private static final String EVALUATED =
      """
      UPDATE milestone m SET evaluated = m.cycle
      FROM unnest(?::bigint[], ?::numeric[]) AS done (goal_no, threshold)
      WHERE m.goal_no = done.goal_no AND m.threshold = done.threshold
      """;

  private final Sql sql;

  EvaluationRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * The milestones that were reached and not evaluated for longest, each with the last line of its
   * goal.
   */
  SequencedMap<Crossed, Long> due(int atMost) {
    SequencedMap<Crossed, Long> due = new LinkedHashMap<>();
    sql.query(DUE, row -> due.put(crossed(row), row.number("sequence")), atMost);
    return due;
  }

  /** Those that are still as they were seen, and that nobody else is changing; locked. */
  List<Crossed> stillReached(List<Crossed> seen) {
    return sql.query(
        STILL_REACHED,
        EvaluationRows::crossed,
        numbers(seen),
        seen.stream().map(Crossed::threshold).toArray(BigDecimal[]::new),
        seen.stream().mapToInt(Crossed::cycle).toArray(),
        seen.stream().map(Crossed::reachedAt).toArray(Instant[]::new));
  }

  /** Stores evaluations of milestones that are locked. */
  void put(List<Evaluation> evaluations, Instant now) {
    if (evaluations.isEmpty()) {
      return;
    }
    List<Crossed> crossed = evaluations.stream().map(Evaluation::crossed).toList();
    BigDecimal[] thresholds = crossed.stream().map(Crossed::threshold).toArray(BigDecimal[]::new);
    sql.update(
        PUT,
        now,
        numbers(crossed),
        thresholds,
        crossed.stream().mapToInt(Crossed::cycle).toArray(),
        crossed.stream().mapToInt(Crossed::goalVersion).toArray(),
        crossed.stream().map(Crossed::dueAt).toArray(Instant[]::new),
        crossed.stream().map(Crossed::reachedAt).toArray(Instant[]::new),
        crossed.stream().map(Crossed::recordedAt).toArray(Instant[]::new),
        evaluations.stream().mapToInt(Evaluation::daysEarly).toArray(),
        evaluations.stream().mapToInt(Evaluation::workingDaysEarly).toArray(),
        decimals(evaluations, Evaluation::actual),
        decimals(evaluations, Evaluation::attainment),
        decimals(evaluations, Evaluation::expected),
        decimals(evaluations, Evaluation::pace),
        decimals(evaluations, Evaluation::outlook),
        evaluations.stream().map(one -> write(one.topEvents())).toArray(String[]::new));
    sql.update(EVALUATED, numbers(crossed), thresholds);
  }

  private static long[] numbers(List<Crossed> crossed) {
    return crossed.stream().mapToLong(Crossed::goalNo).toArray();
  }

  private static @Nullable BigDecimal[] decimals(
      List<Evaluation> rows, Function<Evaluation, @Nullable BigDecimal> field) {
    return rows.stream().map(field).toArray(BigDecimal[]::new);
  }

  private static Crossed crossed(Row row) throws SQLException {
    return new Crossed(
        row.number("goal_no"),
        row.decimal("threshold"),
        row.integer("cycle"),
        row.integer("goal_version"),
        row.instant("due_at"),
        row.instant("reached_at"),
        row.instant("recorded_at"));
  }

  static List<ContributingEvent> readEvents(String json) {
    try {
      return ContractJson.mapper().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored events read back", e);
    }
  }

  private static String write(List<ContributingEvent> events) {
    try {
      return ContractJson.mapper().writeValueAsString(events);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("events can be written", e);
    }
  }
}
