package dev.milepost.tracking.credit;

import dev.milepost.contract.CreditType;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.credit.Credit.TakenBack;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The credits' table. */
@ApplicationScoped
class CreditRows {
  /** Teams travel as one text per row, since arrays of arrays must be rectangular. */
  private static final String SEPARATOR = "\u001f";

  private static final String INSERT =
      """
      INSERT INTO credit
        (no, credit_no, revision, event_no, reversal_no, participant_id, type, share, teams,
         occurred_at, recorded_at)
      SELECT unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::integer[]), unnest(?::bigint[]),
             unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]), unnest(?::numeric[]),
             string_to_array(unnest(?::text[]), E'\\x1f'), unnest(?::timestamptz[]), ?
      """;

  private static final String INSERT_ORIGINS =
      """
      INSERT INTO credit_origin
        (credit_no, revision, rule_key, rule_version, whole, re_crediting_no)
      SELECT * FROM unnest(?::bigint[], ?::integer[], ?::text[], ?::integer[], ?::numeric[],
                           ?::bigint[])
      """;

  private static final String INSERT_ORIGINALS =
      """
      INSERT INTO credit_original (credit_no, original_no, occurred_at, teams)
      SELECT credit_no, original_no, occurred_at, string_to_array(teams, E'\\x1f')
      FROM unnest(?::bigint[], ?::bigint[], ?::timestamptz[], ?::text[])
           AS row (credit_no, original_no, occurred_at, teams)
      """;

  private final Sql sql;

  CreditRows(Sql sql) {
    this.sql = sql;
  }

  /** New numbers, rising. */
  List<Long> numbers(int count) {
    return sql.query(
        "SELECT nextval('credit_no') AS no FROM generate_series(1, ?)",
        row -> row.number("no"),
        count);
  }

  /** Inserts credits that are all made now. */
  void insert(List<Credit> credits) {
    if (credits.isEmpty()) {
      return;
    }
    sql.update(
        INSERT,
        credits.stream().mapToLong(Credit::no).toArray(),
        credits.stream().mapToLong(Credit::creditNo).toArray(),
        credits.stream().mapToInt(Credit::revision).toArray(),
        credits.stream().mapToLong(credit -> credit.sale().no()).toArray(),
        credits.stream().map(credit -> eventNo(credit.takenBack())).toArray(Long[]::new),
        credits.stream().map(Credit::participantId).toArray(String[]::new),
        credits.stream().map(Credit::type).toArray(CreditType[]::new),
        credits.stream().map(Credit::share).toArray(BigDecimal[]::new),
        credits.stream()
            .map(credit -> String.join(SEPARATOR, credit.teams()))
            .toArray(String[]::new),
        credits.stream().map(Credit::occurredAt).toArray(Instant[]::new),
        credits.getFirst().recordedAt());
    insertOrigins(credits.stream().filter(credit -> credit.origin() != null).toList());
    insertOriginals(
        credits.stream()
            .filter(credit -> credit.atOriginal() != null && credit.revision() == 0)
            .toList());
  }

  /** Only credits of returns have one. */
  private void insertOriginals(List<Credit> credits) {
    if (credits.isEmpty()) {
      return;
    }
    List<AtOriginal> places =
        credits.stream().map(credit -> Objects.requireNonNull(credit.atOriginal())).toList();
    sql.update(
        INSERT_ORIGINALS,
        credits.stream().mapToLong(Credit::creditNo).toArray(),
        places.stream().mapToLong(at -> at.original().no()).toArray(),
        places.stream().map(at -> at.original().occurredAt()).toArray(Instant[]::new),
        places.stream().map(at -> String.join(SEPARATOR, at.teams())).toArray(String[]::new));
  }

  /** Few credits have one: most are what the sale itself says, made when it arrived. */
  private void insertOrigins(List<Credit> credits) {
    if (credits.isEmpty()) {
      return;
    }
    List<Origin> origins =
        credits.stream().map(credit -> Objects.requireNonNull(credit.origin())).toList();
    sql.update(
        INSERT_ORIGINS,
        credits.stream().mapToLong(Credit::creditNo).toArray(),
        credits.stream().mapToInt(Credit::revision).toArray(),
        origins.stream().map(o -> o.rule() == null ? null : o.rule().key()).toArray(String[]::new),
        origins.stream()
            .map(o -> o.rule() == null ? null : o.rule().version())
            .toArray(Integer[]::new),
        origins.stream().map(Origin::whole).toArray(BigDecimal[]::new),
        origins.stream()
            .map(o -> o.reCredited() == null ? null : o.reCredited().no())
            .toArray(Long[]::new));
  }

  private static @Nullable Long eventNo(@Nullable TakenBack takenBack) {
    return takenBack == null ? null : takenBack.eventNo();
  }
}
