package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.exchange.AppliedRate;
import dev.milepost.tracking.exchange.RateReads;
import dev.milepost.tracking.query.Where;
import dev.milepost.tracking.rule.RuleRef;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.SalesEvents;
import dev.milepost.tracking.sale.VersionNeighbours;
import dev.milepost.tracking.sale.VersionReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credits as callers may see them, and the reversals that wait. */
@ApplicationScoped
class CreditReads {
  /**
   * Credits with what is left of them after each row, their sale, where they take something back
   * the event that did, the rule that the credit was made by, and why the row was made later than
   * its sale; of returns also where they stand in the time of their original, named k.
   */
  static final String CREDITS =
      """
      SELECT c.no AS row_no, c.credit_no, c.revision, c.participant_id, c.type AS credit_type,
             c.share, (SELECT sum(r.share) FROM credit r WHERE r.credit_no = c.credit_no
                       AND r.revision <= c.revision) AS remains,
             c.teams, c.recorded_at AS credited_at, o.*, c.reversal_no,
             b.source AS by_source, b.event_id AS by_id, b.correlation_id AS by_correlation,
             b.arrived_at AS by_arrived_at,
             k.original_no, k.occurred_at AS original_occurred_at, k.teams AS original_teams,
             n.arrived_at AS original_arrived_at,
             made.rule_key, made.rule_version, made.whole, t.no AS anew_no, t.reason AS anew_reason,
             t.correlation_id AS anew_correlation,
             CASE WHEN c.reversal_no IS NOT NULL AND made.re_crediting_no IS NOT NULL THEN
               (SELECT r.recorded_at FROM credit r JOIN re_crediting m ON m.no = made.re_crediting_no
                WHERE r.no = c.credit_no AND m.reason <> 'ORIGINAL_KNOWN') END AS made_anew_at
      FROM credit c
      JOIN sales_event o ON o.no = c.event_no
      LEFT JOIN sales_event b ON b.no = c.reversal_no
      LEFT JOIN credit_origin made ON made.credit_no = c.credit_no AND made.revision = 0
      LEFT JOIN credit_origin own ON own.credit_no = c.credit_no AND own.revision = c.revision
      LEFT JOIN re_crediting t ON t.no = own.re_crediting_no
      LEFT JOIN credit_original k ON k.credit_no = c.credit_no
      LEFT JOIN sales_event n ON n.no = k.original_no
      """;

  private static final String WAITING =
      """
      SELECT r.*, e.source, e.event_id, e.recorded_at
      FROM reversal r JOIN sales_event e ON e.no = r.event_no
      """;

  private final Sql sql;
  private final Visibility visibility;
  private final VersionReads versions;
  private final RateReads rates;

  CreditReads(Sql sql, Visibility visibility, VersionReads versions, RateReads rates) {
    this.sql = sql;
    this.visibility = visibility;
    this.versions = versions;
    this.rates = rates;
  }

  /** Credits of participants that the caller may see, in the order of recording. */
  Page<CreditView> list(CreditFilter filter, PageRequest page) {
    Where where =
        filter
            .narrow(new Where())
            .visible(visibility.ofProgress(), "c.participant_id")
            .andIf("c.no > ?", page.position().map(last -> last.number(0)).orElse(null));
    List<Credit> rows =
        sql.query(
            where.in(CREDITS, "ORDER BY c.no LIMIT ?"),
            CreditReads::credit,
            where.parameters(page.fetch()));
    List<Long> sales = rows.stream().map(credit -> credit.sale().no()).toList();
    Map<Long, VersionNeighbours> neighbours = versions.neighbours(sales);
    Map<Long, List<AppliedRate>> applied = rates.applied(sales);
    return Page.of(rows, page, credit -> Cursor.of(credit.no()))
        .map(
            credit ->
                CreditView.of(
                    credit,
                    neighbours.getOrDefault(credit.sale().no(), VersionNeighbours.NONE),
                    applied.getOrDefault(credit.sale().no(), List.of())));
  }

  /** Reversals whose original has not arrived, the oldest first. */
  Page<WaitingReversal> waiting(PageRequest page) {
    Where where =
        new Where()
            .and("r.state = 'WAITING'")
            .andIf("r.event_no > ?", page.position().map(last -> last.number(0)).orElse(null));
    List<WaitingReversal> rows =
        sql.query(
            where.in(WAITING, "ORDER BY r.event_no LIMIT ?"),
            CreditReads::waitingReversal,
            where.parameters(page.fetch()));
    return Page.of(rows, page, waiting -> Cursor.of(waiting.no()));
  }

  /** Reads a row of {@link #CREDITS}. */
  static Credit credit(Row row) throws SQLException {
    return new Credit(
        row.number("row_no"),
        row.number("credit_no"),
        row.integer("revision"),
        SalesEvents.read(row),
        row.text("participant_id"),
        row.constant("credit_type", CreditType.class),
        row.decimal("share"),
        row.decimal("remains"),
        row.texts("teams"),
        row.instant("credited_at"),
        takenBack(row),
        origin(row),
        atOriginal(row));
  }

  /** Reads the columns of a credit's original, if it has one. */
  static @Nullable AtOriginal atOriginal(Row row) throws SQLException {
    Long no = row.numberOrNull("original_no");
    return no == null
        ? null
        : new AtOriginal(
            new Original(
                no, row.instant("original_occurred_at"), row.instant("original_arrived_at")),
            row.texts("original_teams"));
  }

  private static @Nullable Origin origin(Row row) throws SQLException {
    String ruleKey = row.textOrNull("rule_key");
    RuleRef rule = ruleKey == null ? null : new RuleRef(ruleKey, row.integer("rule_version"));
    Origin.ReCredited anew =
        row.numberOrNull("anew_no") == null
            ? null
            : ReCreditTasks.effect(
                row.number("anew_no"),
                row.constant("anew_reason", ReCreditReason.class),
                row.text("anew_correlation"));
    return rule == null && anew == null ? null : new Origin(rule, row.decimalOrNull("whole"), anew);
  }

  private static @Nullable TakenBack takenBack(Row row) throws SQLException {
    Long eventNo = row.numberOrNull("reversal_no");
    if (eventNo == null) {
      return null;
    }
    SaleRef ref = new SaleRef(row.text("by_source"), row.text("by_id"));
    return new TakenBack(
            eventNo,
            ref,
            SalesEvents.effect(ref, row.text("by_correlation")),
            row.instant("by_arrived_at"))
        .notBefore(row.instantOrNull("made_anew_at"));
  }

  private static WaitingReversal waitingReversal(Row row) throws SQLException {
    return new WaitingReversal(
        row.number("event_no"),
        new SaleRef(row.text("source"), row.text("event_id")),
        new SaleRef(row.text("original_source"), row.text("original_id")),
        row.decimalOrNull("amount"),
        row.instant("recorded_at"));
  }
}
