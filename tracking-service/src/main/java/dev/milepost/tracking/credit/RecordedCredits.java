package dev.milepost.tracking.credit;

import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Credits as they were recorded. */
@ApplicationScoped
public class RecordedCredits {
  private static final String NUMBERED =
      """
      EXISTS (SELECT FROM unnest(?::bigint[], ?::bigint[]) AS run (first, last)
              WHERE c.no BETWEEN run.first AND run.last)
      """;

  private final Sql sql;

  RecordedCredits(Sql sql) {
    this.sql = sql;
  }

  /** Those with these numbers, in the order of recording. */
  public List<Credit> of(CreditNumbers numbers) {
    Where where =
        new Where()
            .and("c.no BETWEEN ? AND ?", numbers.first(), numbers.last())
            .and(NUMBERED, numbers.firsts(), numbers.lasts());
    return sql.query(
        where.in(CreditReads.CREDITS, "ORDER BY c.no"), CreditReads::credit, where.parameters());
  }
}
