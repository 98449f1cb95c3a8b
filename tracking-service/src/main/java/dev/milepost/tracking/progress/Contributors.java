package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.evaluation.ContributingEvent;
import dev.milepost.tracking.evaluation.ContributingEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The credits that goals' ledgers hold most of. */
@ApplicationScoped
class Contributors implements ContributingEvents {
  /** How few there are is written out: not told, the planner reads the whole tables for them. */
  private static final String TOP =
      """
      SELECT w.position, s.source, s.event_id, c.participant_id, s.occurred_at, t.amount
      FROM unnest(?::bigint[], ?::timestamptz[], ?::timestamptz[])
           WITH ORDINALITY AS w (goal_no, since, until, position)
      CROSS JOIN LATERAL (
        SELECT e.credit_no, sum(e.numerator) AS amount FROM progress_entry e
        WHERE e.goal_no = w.goal_no AND e.occurred_at >= w.since AND e.occurred_at < w.until
          AND e.kind <> 'TRUE_UP'
        GROUP BY e.credit_no HAVING sum(e.numerator) > 0
        ORDER BY amount DESC, e.credit_no LIMIT %d) t
      JOIN credit c ON c.no = t.credit_no
      JOIN sales_event s ON s.no = c.event_no
      ORDER BY w.position, t.amount DESC, t.credit_no
      """;

  private final Sql sql;

  Contributors(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<List<ContributingEvent>> top(List<Stretch> stretches, int atMost) {
    List<List<ContributingEvent>> found = new ArrayList<>();
    stretches.forEach(stretch -> found.add(new ArrayList<>()));
    sql.query(
        TOP.formatted(atMost),
        row -> found.get(row.integer("position") - 1).add(event(row)),
        stretches.stream().mapToLong(Stretch::goalNo).toArray(),
        stretches.stream().map(Stretch::from).toArray(Instant[]::new),
        stretches.stream().map(Stretch::to).toArray(Instant[]::new));
    return found;
  }

  private static ContributingEvent event(Row row) throws SQLException {
    return new ContributingEvent(
        new SaleRef(row.text("source"), row.text("event_id")),
        row.text("participant_id"),
        row.instant("occurred_at"),
        Decimals.shortest(row.decimal("amount")));
  }
}
