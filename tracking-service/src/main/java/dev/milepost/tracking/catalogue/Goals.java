package dev.milepost.tracking.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.ReceivedEvent;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Goals as last told, and their metrics compiled. */
@ApplicationScoped
public class Goals {
  private static final String PUT =
      """
      INSERT INTO goal AS old
        (goal_id, version, state, owner_type, owner_id, metric_key, period_label, period_start,
         period_end, grace_end, correlation_id, event_id, snapshot)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (goal_id) DO UPDATE
      SET version = excluded.version, state = excluded.state, grace_end = excluded.grace_end,
          correlation_id = excluded.correlation_id, event_id = excluded.event_id,
          snapshot = excluded.snapshot
      WHERE old.version < excluded.version
      RETURNING no, correlation_id, event_id, snapshot
      """;

  private final Sql sql;
  private final ExpressionCompiler compiler;

  /** Compiled once per process: a version of a metric never changes. */
  private final Map<MetricVersion, Measure> measures = new ConcurrentHashMap<>();

  Goals(Sql sql, ExpressionCompiler compiler) {
    this.sql = sql;
    this.compiler = compiler;
  }

  /** Every goal, the cancelled ones too. */
  List<TrackedGoal> all() {
    return sql.query("SELECT no, correlation_id, event_id, snapshot FROM goal", this::read);
  }

  /** The goal as it was last told, if it was. */
  public Optional<TrackedGoal> find(String goalId) {
    return sql.queryOne(
        "SELECT no, correlation_id, event_id, snapshot FROM goal WHERE goal_id = ?",
        this::read,
        goalId);
  }

  /**
   * Takes over a goal unless a newer version of it is known; the caller is changing the catalogue.
   *
   * @return the goal if it was taken over
   */
  public Optional<TrackedGoal> put(GoalSnapshot goal, ReceivedEvent event) {
    return sql.queryOne(
        PUT,
        this::read,
        goal.goalId(),
        goal.version(),
        goal.state(),
        goal.owner().type(),
        goal.owner().id(),
        goal.metric().key(),
        goal.period().label(),
        goal.period().start(),
        goal.period().end(),
        goal.graceEnd(),
        event.effect().correlationId(),
        event.id(),
        write(goal));
  }

  /**
   * The metric, compiled.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault when an expression is refused
   */
  public Measure measure(MetricVersion metric) {
    return measures.computeIfAbsent(metric, version -> Measure.of(version, compiler));
  }

  /** Reads a row with the columns no, correlation_id, event_id and snapshot of the table. */
  public TrackedGoal read(Row row) throws SQLException {
    GoalSnapshot goal = readSnapshot(row.text("snapshot"));
    Cause effect = new Cause(row.text("correlation_id"), row.text("event_id"), null);
    return new TrackedGoal(row.number("no"), goal, measure(goal.metric()), effect);
  }

  /** A goal as it is stored. */
  public static GoalSnapshot readSnapshot(String json) {
    try {
      return ContractJson.mapper().readValue(json, GoalSnapshot.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored goal reads back", e);
    }
  }

  private static String write(GoalSnapshot goal) {
    try {
      return ContractJson.mapper().writeValueAsString(goal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a goal that was read can be written", e);
    }
  }
}
