package dev.milepost.analytics.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.SaleCredit;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The credits told so far, one row per revision. */
@ApplicationScoped
class Credits {
  private static final String BETWEEN_TEAMS = "\u001f";

  private final Sql sql;

  Credits(Sql sql) {
    this.sql = sql;
  }

  /** Stores the revisions that are not known yet. */
  void add(List<SaleCredit> credits) {
    sql.update(
        """
        INSERT INTO credit (credit_id, revision, source, event_id, occurred_at, recorded_at,
                            participant_id, credit_type, share, teams)
        SELECT credit_id, revision, source, event_id, occurred_at, recorded_at,
               participant_id, credit_type, share, string_to_array(teams, ?)
        FROM unnest(?::text[], ?::integer[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::text[], ?::text[], ?::numeric[], ?::text[])
          AS told (credit_id, revision, source, event_id, occurred_at, recorded_at,
                   participant_id, credit_type, share, teams)
        ON CONFLICT (credit_id, revision) DO NOTHING
        """,
        BETWEEN_TEAMS,
        credits.stream().map(SaleCredit::creditId).toList(),
        credits.stream().map(SaleCredit::revision).toArray(Integer[]::new),
        credits.stream().map(credit -> credit.sale().source()).toList(),
        credits.stream().map(credit -> credit.sale().id()).toList(),
        credits.stream().map(SaleCredit::occurredAt).toArray(Instant[]::new),
        credits.stream().map(SaleCredit::recordedAt).toArray(Instant[]::new),
        credits.stream().map(SaleCredit::participantId).toList(),
        credits.stream().map(SaleCredit::creditType).toArray(CreditType[]::new),
        credits.stream().map(SaleCredit::share).toArray(BigDecimal[]::new),
        credits.stream().map(credit -> String.join(BETWEEN_TEAMS, credit.teams())).toList());
  }
}
