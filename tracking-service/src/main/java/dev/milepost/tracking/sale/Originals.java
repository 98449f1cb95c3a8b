package dev.milepost.tracking.sale;

import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which event each return names, and whether that has arrived. It stays the one that is named,
 * whatever reversals or newer versions came of it. A reversal is nobody's original.
 */
@ApplicationScoped
public class Originals {
  private static final String INSERT =
      """
      INSERT INTO sale_return (event_no, original_source, original_id, original_no)
      SELECT r.event_no, r.source, r.id, o.no
      FROM unnest(?::bigint[], ?::text[], ?::text[]) AS r (event_no, source, id)
      LEFT JOIN sales_event o ON o.source = r.source AND o.event_id = r.id AND o.type <> ?
      """;
  private static final String KNOWN =
      """
      SELECT r.event_no, o.no, o.occurred_at, o.arrived_at
      FROM sale_return r JOIN sales_event o ON o.no = r.original_no
      WHERE r.event_no = ANY (?)
      """;
  private static final String NAMED =
      """
      SELECT source, event_id, occurred_at FROM sales_event
      JOIN unnest(?::text[], ?::text[]) AS wanted (source, event_id) USING (source, event_id)
      """;

  /** Several may look at once; each return is found by one of them. */
  private static final String FIND =
      """
      UPDATE sale_return r SET original_no = found.original_no
      FROM (SELECT w.event_no, o.no AS original_no, o.correlation_id
            FROM sale_return w
            JOIN sales_event o ON o.source = w.original_source AND o.event_id = w.original_id
            WHERE w.original_no IS NULL AND o.type <> ? AND (?::bigint[] IS NULL
              OR w.event_no = ANY (?))
            ORDER BY w.event_no LIMIT 500 FOR UPDATE OF w SKIP LOCKED) found
      WHERE r.event_no = found.event_no
      RETURNING r.event_no, found.correlation_id
      """;

  private static final String REVERSAL = EventType.EVENT_REVERSED.typeName();

  private final Sql sql;

  Originals(Sql sql) {
    this.sql = sql;
  }

  /**
   * A return whose original came after it.
   *
   * @param saleNo our number of the return
   * @param correlationId what the original belongs to
   */
  public record Found(long saleNo, String correlationId) {}

  /**
   * Records what the returns among new events name.
   *
   * @return the originals that are there, by our numbers of the returns
   */
  public Map<Long, Original> arrived(List<Sale> fresh) {
    List<Sale> returns = fresh.stream().filter(Sale::isReturn).toList();
    if (returns.isEmpty()) {
      return Map.of();
    }
    sql.update(
        INSERT,
        numbers(returns),
        returns.stream().map(sale -> named(sale).source()).toArray(String[]::new),
        returns.stream().map(sale -> named(sale).id()).toArray(String[]::new),
        REVERSAL);
    return known(returns);
  }

  /** The originals that are known, by our numbers of those of the sales that are returns. */
  public Map<Long, Original> of(Collection<Sale> sales) {
    List<Sale> returns = sales.stream().filter(Sale::isReturn).toList();
    return returns.isEmpty() ? Map.of() : known(returns);
  }

  /** When those of these events occurred that are recorded. */
  public Map<SaleRef, Instant> occurred(Collection<SaleRef> refs) {
    Map<SaleRef, Instant> found = new HashMap<>();
    sql.query(
        NAMED,
        row ->
            found.put(
                new SaleRef(row.text("source"), row.text("event_id")), row.instant("occurred_at")),
        refs.stream().map(SaleRef::source).toArray(String[]::new),
        refs.stream().map(SaleRef::id).toArray(String[]::new));
    return found;
  }

  /**
   * Finds originals that have come since.
   *
   * @param waiting our numbers of the returns to look at; null: all that wait
   * @return the returns whose original is found now
   */
  public List<Found> find(@Nullable Collection<Long> waiting) {
    long[] numbers = waiting == null ? null : waiting.stream().mapToLong(no -> no).toArray();
    return sql.query(
        FIND,
        row -> new Found(row.number("event_no"), row.text("correlation_id")),
        REVERSAL,
        numbers,
        numbers);
  }

  private Map<Long, Original> known(List<Sale> returns) {
    Map<Long, Original> known = new HashMap<>();
    sql.query(
        KNOWN,
        row ->
            known.put(
                row.number("event_no"),
                new Original(
                    row.number("no"), row.instant("occurred_at"), row.instant("arrived_at"))),
        numbers(returns));
    return known;
  }

  private static long[] numbers(List<Sale> sales) {
    return sales.stream().mapToLong(Sale::no).toArray();
  }

  private static SaleRef named(Sale sale) {
    return Objects.requireNonNull(sale.data().returnOf(), "a return names its original");
  }
}
