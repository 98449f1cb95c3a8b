package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleCredit.Contribution;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.event.OutgoingEvent;
import dev.milepost.runtime.outbox.DeferredEvents;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.catalogue.Goals;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.credit.CreditNumbers;
import dev.milepost.tracking.credit.RecordedCredits;
import dev.milepost.tracking.pace.Way;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells again what a batch of sales was to tell: its credits with what they contributed, and the
 * progress of the goals they counted for. The batch is named by the numbers of its credits; all the
 * rest is in the ledger.
 *
 * <p>Of a goal's progress the newest is told, as it was told first; of goals that time alone may
 * change it was written down instead. What a goal was given of the batch by a back-fill is not told
 * here: that has rows of its own.
 */
@ApplicationScoped
class Retelling implements DeferredEvents {
  private static final String LINES =
      """
      SELECT c.no, e.goal_no, e.sequence, e.numerator, g.goal_id,
             (g.snapshot::jsonb #>> '{metric,version}')::integer AS metric_version
      FROM unnest(?::bigint[], ?::bigint[]) AS run (first, last)
      JOIN credit c ON c.no BETWEEN run.first AND run.last
      JOIN progress_entry e ON e.credit_no = c.credit_no AND e.revision = c.revision
      JOIN goal g ON g.no = e.goal_no
      WHERE e.kind <> 'BACKFILL'
      ORDER BY e.goal_no
      """;

  /** With the last sale that changed the goal, which is why its progress was told. */
  private static final String PROGRESS =
      """
      SELECT g.snapshot, g.exceptional_days::text[] AS exceptional_days, g.days_assumed,
             array_to_string(g.seasonal_shares, ',') AS seasonal_shares,
             g.correlation_id AS goal_correlation, g.event_id AS goal_event, p.*,
             s.source, s.event_id, s.correlation_id
      FROM goal_progress p
      JOIN goal g ON g.no = p.goal_no
      LEFT JOIN progress_entry e ON e.goal_no = p.goal_no AND e.sequence = p.told_sequence
      LEFT JOIN credit c ON c.credit_no = e.credit_no AND c.revision = e.revision
      LEFT JOIN sales_event s ON s.no = coalesce(c.reversal_no, c.event_no)
      WHERE p.goal_no = ANY (?)
      ORDER BY p.goal_no
      """;

  private final Sql sql;
  private final RecordedCredits credits;

  Retelling(Sql sql, RecordedCredits credits) {
    this.sql = sql;
    this.credits = credits;
  }

  @Override
  public List<OutgoingEvent> named(String reference) {
    CreditNumbers numbers = CreditNumbers.parse(reference);
    Map<Long, List<Contribution>> contributions = new HashMap<>();
    Set<Long> goals = new TreeSet<>();
    sql.query(
        LINES,
        row ->
            goals.add(row.number("goal_no"))
                | contributions
                    .computeIfAbsent(row.number("no"), no -> new ArrayList<>())
                    .add(contribution(row)),
        numbers.firsts(),
        numbers.lasts());
    List<Credit> told = credits.of(numbers);
    return Stream.concat(CreditEvents.of(told, contributions).stream(), progress(goals).stream())
        .toList();
  }

  private List<OutgoingEvent> progress(Set<Long> goals) {
    return sql
        .query(PROGRESS, Retelling::told, goals.stream().mapToLong(no -> no).toArray())
        .stream()
        .flatMap(told -> told.isTold() ? Stream.of(told.event()) : Stream.empty())
        .toList();
  }

  private record Told(Followed followed, Account account, Cause cause) {
    boolean isTold() {
      return account.isTold() && !Way.of(followed.goal().metric()).isTimed();
    }

    OutgoingEvent event() {
      Measured measured = Valuation.ofFlow(followed, followed.account().recordedAt());
      return Touched.progress(account.told(followed.goal(), measured), cause);
    }
  }

  private static Told told(Row row) throws SQLException {
    Account.State state = Accounts.state(row);
    Followed followed =
        new Followed(
            Goals.readSnapshot(row.text("snapshot")),
            Goals.readWorkingDays(row),
            Goals.readSeason(row),
            state);
    return new Told(followed, new Account(state), cause(row));
  }

  private static Cause cause(Row row) throws SQLException {
    String sale = row.textOrNull("event_id");
    return sale == null
        ? new Cause(row.text("goal_correlation"), row.text("goal_event"), null)
        : SalesEvents.effect(
            new SaleRef(row.text("source"), sale),
            Objects.requireNonNull(row.text("correlation_id")));
  }

  private static Contribution contribution(Row row) throws SQLException {
    return new Contribution(
        row.text("goal_id"),
        row.integer("metric_version"),
        row.number("sequence"),
        Decimals.shortest(row.decimal("numerator")));
  }
}
