package dev.milepost.tracking.evaluation;

import dev.milepost.contract.Owner;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.evaluation.EvaluatedMilestone.EvaluationView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Crossings of milestones as callers may see them. */
@ApplicationScoped
class EvaluationReads {
  /** A crossing is known by its milestone as long as it is in force, and by its evaluation. */
  private static final String CROSSING =
      """
      SELECT g.goal_id, g.owner_type, g.owner_id, g.metric_key, g.period_label,
             m.goal_no IS NOT NULL AS in_force,
             coalesce(e.due_at, m.due_at) AS due_at,
             coalesce(m.reached_at, e.reached_at) AS reached_at,
             coalesce(m.recorded_at, e.recorded_at) AS recorded_at,
             e.days_early, e.working_days_early, e.actual, e.attainment, e.expected, e.pace,
             e.outlook, e.top_events, e.evaluated_at,
             n.version AS note_version, n.text, n.author, n.written_at
      FROM (SELECT ?::text AS goal_id, ?::numeric AS threshold, ?::integer AS cycle) wanted
      JOIN goal g ON g.goal_id = wanted.goal_id
      LEFT JOIN milestone m
        ON m.goal_no = g.no AND m.threshold = wanted.threshold AND m.cycle = wanted.cycle
           AND m.declared AND m.reached_at IS NOT NULL
      LEFT JOIN milestone_evaluation e
        ON e.goal_no = g.no AND e.threshold = wanted.threshold AND e.cycle = wanted.cycle
      LEFT JOIN LATERAL (
        SELECT * FROM milestone_note o
        WHERE o.goal_no = g.no AND o.threshold = wanted.threshold AND o.cycle = wanted.cycle
        ORDER BY o.version DESC LIMIT 1) n ON true
      WHERE m.goal_no IS NOT NULL OR e.goal_no IS NOT NULL
      """;

  private final Sql sql;
  private final Visibility visibility;
  private final NoteAccess access;

  EvaluationReads(Sql sql, Visibility visibility, NoteAccess access) {
    this.sql = sql;
    this.visibility = visibility;
    this.access = access;
  }

  /** The crossing, with what the caller may see of it. */
  Optional<EvaluatedMilestone> find(MilestoneId id) {
    VisibleOwners visible = visibility.ofProgress();
    return sql.queryOne(
            CROSSING, row -> view(row, id, visible), id.goalId(), id.threshold(), id.cycle())
        .filter(found -> visible.includes(found.owner()))
        .map(found -> access.mayRead(found.owner()) ? found : found.withoutNote());
  }

  private static EvaluatedMilestone view(Row row, MilestoneId id, VisibleOwners visible)
      throws SQLException {
    Long noteVersion = row.numberOrNull("note_version");
    return new EvaluatedMilestone(
        id.toString(),
        noteVersion == null ? 0 : noteVersion,
        id.goalId(),
        new Owner(row.constant("owner_type", Owner.Type.class), row.text("owner_id")),
        row.text("metric_key"),
        row.text("period_label"),
        id.threshold(),
        id.cycle(),
        row.flag("in_force"),
        row.instant("due_at"),
        row.instant("reached_at"),
        row.instant("recorded_at"),
        evaluation(row, visible),
        noteVersion == null ? null : note(row, "note_version"));
  }

  private static @Nullable EvaluationView evaluation(Row row, VisibleOwners visible)
      throws SQLException {
    String events = row.textOrNull("top_events");
    return events == null
        ? null
        : new EvaluationView(
            row.integer("days_early"),
            row.integer("working_days_early"),
            row.decimalOrNull("actual"),
            row.decimalOrNull("attainment"),
            row.decimal("expected"),
            row.decimalOrNull("pace"),
            row.decimalOrNull("outlook"),
            visible(EvaluationRows.readEvents(events), visible),
            row.instant("evaluated_at"));
  }

  private static List<ContributingEvent> visible(
      List<ContributingEvent> events, VisibleOwners visible) {
    return events.stream()
        .filter(event -> visible.includes(Owner.participant(event.participant())))
        .toList();
  }

  static Note note(Row row, String version) throws SQLException {
    return new Note(
        row.integer(version), row.text("text"), row.text("author"), row.instant("written_at"));
  }
}
