package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the credits of sales that were not voided, and what is left of them. */
@ApplicationScoped
class CreditsInForce {
  /** A voided credit has a revision that no event caused. */
  private static final String IN_FORCE =
      """
      SELECT c.event_no, c.credit_no, c.participant_id, c.type, c.teams, sum(c.share) AS remains,
             coalesce(o.whole, max(c.share)) AS share, max(c.revision) AS revision, o.rule_key,
             k.original_no, k.occurred_at AS original_occurred_at, k.teams AS original_teams,
             n.arrived_at AS original_arrived_at,
             min(c.recorded_at) FILTER (WHERE c.revision = 0 AND m.no IS NOT NULL) AS made_anew_at
      FROM credit c
      LEFT JOIN credit_origin o ON o.credit_no = c.credit_no AND o.revision = 0
      LEFT JOIN re_crediting m ON m.no = o.re_crediting_no AND m.reason <> 'ORIGINAL_KNOWN'
      LEFT JOIN credit_original k ON k.credit_no = c.credit_no
      LEFT JOIN sales_event n ON n.no = k.original_no
      WHERE c.event_no = ANY (?)
      GROUP BY c.event_no, c.credit_no, c.participant_id, c.type, c.teams, o.whole, o.rule_key,
               k.credit_no, n.arrived_at
      HAVING bool_and(c.revision = 0 OR c.reversal_no IS NOT NULL)
      ORDER BY c.credit_no
      """;

  private final Sql sql;

  CreditsInForce(Sql sql) {
    this.sql = sql;
  }

  /** By our number of the sale; the lists may be changed. */
  Map<Long, List<InForce>> of(Collection<Long> saleNos) {
    Map<Long, List<InForce>> bySale = new HashMap<>();
    sql.query(
        IN_FORCE,
        row ->
            bySale
                .computeIfAbsent(row.number("event_no"), no -> new ArrayList<>())
                .add(new InForce(compensation(row), row.textOrNull("rule_key"))),
        saleNos.stream().mapToLong(no -> no).toArray());
    return bySale;
  }

  private static Compensation compensation(Row row) throws SQLException {
    return new Compensation(
        row.number("credit_no"),
        row.text("participant_id"),
        row.constant("type", CreditType.class),
        row.decimal("share"),
        row.texts("teams"),
        row.decimal("remains"),
        row.integer("revision"),
        CreditReads.atOriginal(row),
        row.instantOrNull("made_anew_at"));
  }
}
