package dev.milepost.tracking.outcome;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.credit.AtOriginal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.progress.Decimals;
import dev.milepost.tracking.progress.KeyChanges;
import dev.milepost.tracking.progress.Kind;
import dev.milepost.tracking.query.Where;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is recorded of one event, and the goals around it. */
@ApplicationScoped
class OutcomeRows {
  private static final String EVENT =
      """
      SELECT s.*, %s AS outcome
      FROM sales_event s LEFT JOIN reversal r ON r.event_no = s.no
      WHERE s.source = ? AND s.event_id = ?
      """
          .formatted(Outcomes.OF_EVENT);
  private static final String LINES =
      """
      SELECT e.*, c.participant_id, g.snapshot
      FROM credit c
      JOIN progress_entry e ON e.credit_no = c.credit_no AND e.revision = c.revision
      JOIN goal g ON g.no = e.goal_no
      """;
  private static final String CANDIDATES =
      """
      SELECT g.no, g.correlation_id, g.event_id, g.snapshot, g.days_assumed,
             g.exceptional_days::text[] AS exceptional_days,
             array_to_string(g.seasonal_shares, ',') AS seasonal_shares, p.backfilled_to, p.backfill_mark
      FROM goal g JOIN goal_progress p ON p.goal_no = g.no
      """;

  /** Goals whose period holds the sale come first, then those whose period is the nearest. */
  private static final String NEAREST =
      """
      ORDER BY greatest(g.period_start - ?::timestamptz, ?::timestamptz - g.period_end,
                        interval '0'), g.goal_id
      LIMIT ?
      """;

  private final Sql sql;
  private final Goals goals;
  private final KeyChanges keys;

  OutcomeRows(Sql sql, Goals goals, KeyChanges keys) {
    this.sql = sql;
    this.goals = goals;
    this.keys = keys;
  }

  /**
   * A recorded event.
   *
   * @param sale what it says
   * @param recordedAt when it was recorded
   * @param outcome what became of it
   */
  record Recorded(Sale sale, Instant recordedAt, Outcome outcome) {}

  /**
   * A line of some goal's ledger that the event led to.
   *
   * @param goalNo our number of the goal
   * @param goal the goal
   * @param key the key that the goal counts; null when it counts none
   * @param line the line
   */
  record Line(long goalNo, GoalSnapshot goal, @Nullable String key, CountedGoal.Line line) {

    Line adding(@Nullable BigDecimal change) {
      return change == null ? this : new Line(goalNo, goal, key, line.adding(change));
    }
  }

  /** How often an event came again without being set aside. */
  record Repeated(long duplicates, long conflicts) {}

  Optional<Recorded> event(SaleRef ref) {
    return sql.queryOne(
        EVENT,
        row ->
            new Recorded(
                SalesEvents.read(row),
                row.instant("recorded_at"),
                row.constant("outcome", Outcome.class)),
        ref.source(),
        ref.id());
  }

  /** The lines that the event led to, of goals and participants that are visible. */
  List<Line> lines(long eventNo, VisibleOwners visible, int limit) {
    Where where =
        new Where()
            .and("c.event_no = ?", eventNo)
            .and(Outcomes.COUNTS)
            .visible(visible, "g.owner_type", "g.owner_id")
            .visible(visible, "c.participant_id");
    Map<Long, GoalSnapshot> read = new HashMap<>();
    List<Line> lines =
        sql.query(
            where.in(LINES, "ORDER BY g.goal_id, e.sequence LIMIT ?"),
            row -> line(row, read),
            where.parameters(limit));
    // A key counts once, so what a line of it adds depends on those before.
    Map<Long, Map<Long, BigDecimal>> changes = new HashMap<>();
    keysByGoal(lines).forEach((goalNo, of) -> changes.put(goalNo, keys.ofKeys(goalNo, of)));
    return lines.stream()
        .map(
            line ->
                line.adding(
                    changes.getOrDefault(line.goalNo(), Map.of()).get(line.line().sequence())))
        .toList();
  }

  private static Map<Long, Set<String>> keysByGoal(List<Line> lines) {
    Map<Long, Set<String>> keys = new HashMap<>();
    for (Line line : lines) {
      String key = line.key();
      if (key != null) {
        keys.computeIfAbsent(line.goalNo(), no -> new HashSet<>()).add(key);
      }
    }
    return keys;
  }

  /**
   * Visible goals of those who are credited that have no line of the event but of voided credits.
   * Of a return also those of teams that it rolls up to only in the other of its two times.
   */
  List<Candidate> uncounted(Sale sale, List<Credit> credits, VisibleOwners visible, int limit) {
    Instant at = sale.data().occurredAt();
    Where where =
        new Where()
            .and(
                "g.owner_type = ? AND g.owner_id = ANY (?) OR g.owner_type = ? AND g.owner_id = ANY"
                    + " (?)",
                Owner.Type.PARTICIPANT,
                credits.stream().map(Credit::participantId).distinct().toList(),
                Owner.Type.TEAM,
                credits.stream().flatMap(OutcomeRows::teams).distinct().toList())
            .and(
                "NOT EXISTS (SELECT FROM credit c JOIN progress_entry e ON e.credit_no ="
                    + " c.credit_no WHERE c.event_no = ? AND e.goal_no = g.no AND "
                    + Outcomes.COUNTS
                    + " AND NOT EXISTS (SELECT FROM credit v WHERE v.credit_no = c.credit_no AND"
                    + " v.revision > 0 AND v.reversal_no IS NULL))",
                sale.no())
            .visible(visible, "g.owner_type", "g.owner_id");
    return sql.query(
        where.in(CANDIDATES, NEAREST), this::candidate, where.parameters(at, at, limit));
  }

  private static Stream<String> teams(Credit credit) {
    AtOriginal atOriginal = credit.atOriginal();
    return atOriginal == null
        ? credit.teams().stream()
        : Stream.concat(credit.teams().stream(), atOriginal.teams().stream());
  }

  /** How often the event came again; conflicts from the topic are in quarantine instead. */
  Repeated repeated(SaleRef ref) {
    Map<String, Long> times = new HashMap<>();
    sql.query(
        """
        SELECT outcome, sum(times) AS times FROM sales_event_repetition
        WHERE source = ? AND event_id = ? GROUP BY outcome
        """,
        row -> times.put(row.text("outcome"), row.number("times")),
        ref.source(),
        ref.id());
    return new Repeated(times.getOrDefault("DUPLICATE", 0L), times.getOrDefault("CONFLICT", 0L));
  }

  /** Whether the event was taken in over HTTP. */
  boolean isAccepted(SaleRef ref) {
    return sql.queryOne(
            "SELECT 1 FROM sales_intake WHERE source = ? AND event_id = ?",
            row -> true,
            ref.source(),
            ref.id())
        .isPresent();
  }

  private Candidate candidate(Row row) throws SQLException {
    return new Candidate(goals.read(row), row.number("backfilled_to"), row.number("backfill_mark"));
  }

  private static Line line(Row row, Map<Long, GoalSnapshot> read) throws SQLException {
    String snapshot = row.text("snapshot");
    long goalNo = row.number("goal_no");
    return new Line(
        goalNo,
        read.computeIfAbsent(goalNo, no -> Goals.readSnapshot(snapshot)),
        row.textOrNull("key"),
        new CountedGoal.Line(
            row.number("sequence"),
            row.constant("kind", Kind.class),
            row.text("credit_no"),
            row.integer("revision"),
            row.text("participant_id"),
            Decimals.shortest(row.decimal("numerator")),
            row.instant("recorded_at")));
  }
}
