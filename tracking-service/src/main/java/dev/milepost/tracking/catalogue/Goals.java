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
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goals as last told, and their metrics compiled. */
@ApplicationScoped
public class Goals {
  private static final String COLUMNS =
      "no, correlation_id, event_id, snapshot, exceptional_days::text[] AS exceptional_days,"
          + " days_assumed, array_to_string(seasonal_shares, ',') AS seasonal_shares";

  /** The version of the catalogue that the caller is making. */
  private static final String NOW = "(SELECT version FROM catalogue)";

  /** Goals as they are known from now on. */
  private static final String HISTORY =
      """
      INSERT INTO goal_history
        (goal_no, known_at, snapshot, exceptional_days, days_assumed, seasonal_shares)
      SELECT no, ?, snapshot, exceptional_days, days_assumed, seasonal_shares FROM put
      """;

  private static final String PUT =
      """
      WITH put AS (
        INSERT INTO goal AS old
          (goal_id, version, state, owner_type, owner_id, metric_key, period_label, period_start,
           period_end, grace_end, correlation_id, event_id, snapshot, exceptional_days,
           days_assumed, changed_in)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date[], ?, %s)
        ON CONFLICT (goal_id) DO UPDATE
        SET version = excluded.version, state = excluded.state, grace_end = excluded.grace_end,
            correlation_id = excluded.correlation_id, event_id = excluded.event_id,
            snapshot = excluded.snapshot, exceptional_days = excluded.exceptional_days,
            days_assumed = excluded.days_assumed, changed_in = excluded.changed_in
        WHERE old.version < excluded.version
        RETURNING *),
      history AS (%s)
      SELECT %s FROM put
      """
          .formatted(NOW, HISTORY, COLUMNS);
  private static final String WORK =
      """
      WITH put AS (
        UPDATE goal
        SET exceptional_days = string_to_array(days, ',')::date[], days_assumed = assumed,
            changed_in = %s
        FROM unnest(?::bigint[], ?::text[], ?::boolean[]) AS changed (goal_no, days, assumed)
        WHERE no = goal_no
        RETURNING goal.*)
      %s
      """
          .formatted(NOW, HISTORY);
  private static final String SEASON =
      """
      WITH put AS (
        UPDATE goal SET seasonal_shares = ?, changed_in = %s WHERE no = ? RETURNING goal.*)
      %s
      """
          .formatted(NOW, HISTORY);

  private static final String ASKS_FOR_MORE =
      """
      SELECT known_at FROM goal_history
      WHERE goal_no = ? AND no > (
        SELECT max(no) FROM goal_history
        WHERE goal_no = ?
          AND ?::numeric * (snapshot::jsonb #>> '{versions,-1,target}')::numeric <= ?)
      ORDER BY no LIMIT 1
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
    return sql.query("SELECT " + COLUMNS + " FROM goal", this::read);
  }

  /** The goals that changed after a version of the catalogue, the cancelled ones too. */
  List<TrackedGoal> changedSince(long version) {
    return sql.query("SELECT " + COLUMNS + " FROM goal WHERE changed_in > ?", this::read, version);
  }

  /** Every goal that is neither closed nor cancelled, by number. */
  public List<TrackedGoal> open() {
    return sql.query(
        "SELECT "
            + COLUMNS
            + " FROM goal WHERE state NOT IN ('CLOSED', 'CANCELLED')"
            + " AND EXISTS (SELECT FROM goal_progress WHERE goal_no = no AND closed_at IS NULL)"
            + " ORDER BY no",
        this::read);
  }

  /** The goal as it was last told, if it was. */
  public Optional<TrackedGoal> find(String goalId) {
    return sql.queryOne("SELECT " + COLUMNS + " FROM goal WHERE goal_id = ?", this::read, goalId);
  }

  /**
   * Since when a goal that grows asks for more than a value at an attainment; empty if it does not,
   * or is not known to have ever asked for less.
   */
  public Optional<Instant> asksForMoreSince(long goalNo, BigDecimal attainment, BigDecimal value) {
    return sql.queryOne(
        ASKS_FOR_MORE, row -> row.instant("known_at"), goalNo, goalNo, attainment, value);
  }

  /**
   * Takes over a goal unless a newer version of it is known; the caller is changing the catalogue.
   *
   * @param days the days on which its owner works
   * @return the goal if it was taken over
   */
  public Optional<TrackedGoal> put(
      GoalSnapshot goal, WorkingDays days, ReceivedEvent event, Instant now) {
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
        write(goal),
        texts(days),
        days.assumed(),
        now);
  }

  /** Keeps the days on which the owners of goals work; the caller is changing the catalogue. */
  public void putWorkingDays(List<TrackedGoal> changed, Instant now) {
    boolean[] assumed = new boolean[changed.size()];
    for (int i = 0; i < assumed.length; i++) {
      assumed[i] = changed.get(i).days().assumed();
    }
    sql.update(
        WORK,
        changed.stream().mapToLong(TrackedGoal::no).toArray(),
        changed.stream().map(goal -> String.join(",", texts(goal.days()))).toArray(String[]::new),
        assumed,
        now);
  }

  /** Keeps how the owner's way went on in the past; the caller is changing the catalogue. */
  public void putSeason(TrackedGoal goal, Instant now) {
    SeasonalCurve season = goal.season();
    sql.update(
        SEASON, season == null ? null : season.done().toArray(BigDecimal[]::new), goal.no(), now);
  }

  /**
   * The metric, compiled.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault when an expression is refused
   */
  public Measure measure(MetricVersion metric) {
    return measures.computeIfAbsent(metric, version -> Measure.of(version, compiler));
  }

  /**
   * Reads a row with the columns no, correlation_id, event_id, snapshot, exceptional_days,
   * days_assumed and seasonal_shares of the table, the arrays as texts.
   */
  public TrackedGoal read(Row row) throws SQLException {
    GoalSnapshot goal = readSnapshot(row.text("snapshot"));
    Cause effect = new Cause(row.text("correlation_id"), row.text("event_id"), null);
    return new TrackedGoal(
            row.number("no"), goal, measure(goal.metric()), effect, readWorkingDays(row))
        .seasoned(readSeason(row));
  }

  /** The days on which a goal's owner works, as they are stored. */
  public static WorkingDays readWorkingDays(Row row) throws SQLException {
    Set<LocalDate> exceptions =
        row.texts("exceptional_days").stream().map(LocalDate::parse).collect(Collectors.toSet());
    return new WorkingDays(exceptions, row.flag("days_assumed"));
  }

  /** How a goal's owner's way went on in the past, as it is stored. */
  public static @Nullable SeasonalCurve readSeason(Row row) throws SQLException {
    String shares = row.textOrNull("seasonal_shares");
    return shares == null
        ? null
        : new SeasonalCurve(Stream.of(shares.split(",")).map(BigDecimal::new).toList());
  }

  private static List<String> texts(WorkingDays days) {
    return days.exceptions().stream().sorted().map(LocalDate::toString).toList();
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
