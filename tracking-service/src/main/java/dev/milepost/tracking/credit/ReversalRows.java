package dev.milepost.tracking.credit;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reversals' table. */
@ApplicationScoped
class ReversalRows {
  private static final String INSERT =
      """
      INSERT INTO reversal (event_no, original_source, original_id, amount, state)
      SELECT event_no, source, id, amount, 'WAITING'
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::numeric[])
           AS row (event_no, source, id, amount)
      """;
  private static final String AWAITING =
      """
      WITH arrived AS (SELECT * FROM unnest(?::text[], ?::text[]) AS arrived (source, id))
      SELECT event_no, false AS is_return FROM reversal
      JOIN arrived ON original_source = arrived.source AND original_id = arrived.id
      WHERE state = 'WAITING'
      UNION ALL
      SELECT event_no, true FROM sale_return
      JOIN arrived ON original_source = arrived.source AND original_id = arrived.id
      WHERE original_no IS NULL
      """;
  private static final String OVERDUE =
      """
      SELECT r.event_no FROM reversal r
      JOIN sales_event o ON o.source = r.original_source AND o.event_id = r.original_id
      WHERE r.state = 'WAITING' ORDER BY r.event_no LIMIT 500
      """;
  private static final String LOCK_ORIGINALS =
      """
      SELECT no FROM sales_event WHERE (source, event_id) IN
        (SELECT original_source, original_id FROM reversal WHERE event_no = ANY (?))
      ORDER BY no FOR UPDATE
      """;
  private static final String DUE =
      """
      SELECT r.event_no, e.source AS by_source, e.event_id AS by_id,
             e.correlation_id AS by_correlation, e.arrived_at AS by_arrived_at, r.amount, o.*,
             (SELECT coalesce(sum(part), 0) FROM reversal t
              WHERE t.original_no = o.no AND t.state = 'APPLIED') AS taken,
             EXISTS (SELECT FROM superseded_event s WHERE s.event_no = o.no) AS superseded
      FROM reversal r
      JOIN sales_event e ON e.no = r.event_no
      JOIN sales_event o ON o.source = r.original_source AND o.event_id = r.original_id
      WHERE r.event_no = ANY (?) AND r.state = 'WAITING'
      ORDER BY r.event_no
      """;
  private static final String TAKEN =
      """
      SELECT original_no, sum(part) AS taken FROM reversal
      WHERE original_no = ANY (?) AND state = 'APPLIED' GROUP BY original_no
      """;
  private static final String SETTLE =
      """
      UPDATE reversal r
      SET state = s.state, original_no = s.original_no, part = s.part, reason = s.reason,
          settled_at = ?
      FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::numeric[], ?::text[])
           AS s (event_no, state, original_no, part, reason)
      WHERE r.event_no = s.event_no
      """;

  private final Sql sql;

  ReversalRows(Sql sql) {
    this.sql = sql;
  }

  /**
   * A reversal that can be decided on.
   *
   * @param by the event that reverses
   * @param amount the amount to take back; null for all of it
   * @param original the event that it reverses
   * @param takenBefore the part that earlier reversals took back
   * @param superseded whether another version of the original's entity is in force
   */
  record Due(
      Credit.TakenBack by,
      @Nullable BigDecimal amount,
      Sale original,
      BigDecimal takenBefore,
      boolean superseded) {

    Due after(BigDecimal taken) {
      return new Due(by, amount, original, taken, superseded);
    }
  }

  /** How a due reversal was settled. */
  record Settled(Due due, Settlement settlement) {
    @Nullable BigDecimal part() {
      return settlement instanceof Settlement.Apply apply ? apply.part() : null;
    }

    @Nullable String reason() {
      return settlement instanceof Settlement.WithoutEffect without ? without.reason() : null;
    }
  }

  void insert(List<Sale> reversals) {
    sql.update(
        INSERT,
        reversals.stream().mapToLong(Sale::no).toArray(),
        reversals.stream().map(r -> original(r).source()).toArray(String[]::new),
        reversals.stream().map(r -> original(r).id()).toArray(String[]::new),
        reversals.stream().map(r -> r.data().reversedAmount()).toArray(BigDecimal[]::new));
  }

  /**
   * What waits for these events.
   *
   * @param reversals reversals of them
   * @param returns returns that name them
   */
  record Awaiting(List<Long> reversals, List<Long> returns) {}

  /** What waits for these events. */
  Awaiting awaiting(List<Sale> arrived) {
    Awaiting awaiting = new Awaiting(new ArrayList<>(), new ArrayList<>());
    sql.query(
        AWAITING,
        row ->
            (row.flag("is_return") ? awaiting.returns() : awaiting.reversals())
                .add(row.number("event_no")),
        arrived.stream().map(sale -> sale.ref().source()).toArray(String[]::new),
        arrived.stream().map(sale -> sale.ref().id()).toArray(String[]::new));
    return awaiting;
  }

  /** Reversals that wait although their original is there: both were recorded at the same time. */
  List<Long> overdue() {
    return sql.query(OVERDUE, row -> row.number("event_no"));
  }

  /** Those of the reversals whose original is there; no one else settles them meanwhile. */
  List<Due> due(Collection<Long> reversals) {
    long[] numbers = reversals.stream().mapToLong(no -> no).toArray();
    sql.query(LOCK_ORIGINALS, row -> row.number("no"), numbers);
    return sql.query(DUE, ReversalRows::due, numbers);
  }

  /** The parts that reversals took back of sales; a sale of which none did has no entry. */
  Map<Long, BigDecimal> taken(Collection<Long> saleNos) {
    Map<Long, BigDecimal> taken = new HashMap<>();
    sql.query(
        TAKEN,
        row -> taken.put(row.number("original_no"), row.decimal("taken")),
        saleNos.stream().mapToLong(no -> no).toArray());
    return taken;
  }

  void settle(List<Settled> settled, Instant now) {
    sql.update(
        SETTLE,
        now,
        settled.stream().mapToLong(s -> s.due().by().eventNo()).toArray(),
        settled.stream()
            .map(s -> s.part() == null ? "WITHOUT_EFFECT" : "APPLIED")
            .toArray(String[]::new),
        settled.stream().mapToLong(s -> s.due().original().no()).toArray(),
        settled.stream().map(Settled::part).toArray(BigDecimal[]::new),
        settled.stream().map(Settled::reason).toArray(String[]::new));
  }

  private static SaleRef original(Sale reversal) {
    return Objects.requireNonNull(reversal.data().reverses(), "the rules ask for it");
  }

  private static Due due(Row row) throws SQLException {
    SaleRef ref = new SaleRef(row.text("by_source"), row.text("by_id"));
    return new Due(
        new Credit.TakenBack(
            row.number("event_no"),
            ref,
            SalesEvents.effect(ref, row.text("by_correlation")),
            row.instant("by_arrived_at")),
        row.decimalOrNull("amount"),
        SalesEvents.read(row),
        row.decimal("taken"),
        row.flag("superseded"));
  }
}
