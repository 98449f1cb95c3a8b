package dev.milepost.tracking.credit;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.sale.NewVersions;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes back what is left of events that a newer version of their entity took the place of: in the
 * older event's own time, because of the newer one.
 */
@ApplicationScoped
class Superseding {
  /**
   * Locks in one go, in one order, what is superseded and what reversals of the same batch are
   * about, so that neither happens to an event twice and no two batches wait for each other.
   */
  private static final String LOCK =
      """
      SELECT * FROM sales_event
      WHERE no IN (
        SELECT unnest(?::bigint[])
        UNION
        SELECT o.no FROM sales_event o
        JOIN unnest(?::text[], ?::text[]) AS reversed (source, id)
          ON o.source = reversed.source AND o.event_id = reversed.id)
      ORDER BY no FOR UPDATE
      """;

  private final Reversals reversals;
  private final CreditRows credits;
  private final Sql sql;

  Superseding(Reversals reversals, CreditRows credits, Sql sql) {
    this.reversals = reversals;
    this.credits = credits;
    this.sql = sql;
  }

  /** What is taken back because of versions among new events. */
  List<Credit> takeBack(NewVersions versions, List<Sale> fresh, Instant now) {
    Map<Long, Sale> replaced = versions.replaced();
    if (replaced.isEmpty()) {
      return List.of();
    }
    Map<Long, Sale> originals = lock(replaced, fresh);
    Map<Long, List<Compensation>> left = reversals.left(replaced.keySet());
    List<Unnumbered> due = new ArrayList<>();
    replaced.forEach(
        (no, by) ->
            left.getOrDefault(no, List.of()).stream()
                .filter(credit -> credit.left().signum() != 0)
                .map(credit -> new Unnumbered(credit, original(originals, no), by))
                .forEach(due::add));
    Iterator<Long> numbers = credits.numbers(due.size()).iterator();
    List<Credit> revisions = due.stream().map(one -> one.numbered(numbers.next(), now)).toList();
    credits.insert(revisions);
    return revisions;
  }

  private Map<Long, Sale> lock(Map<Long, Sale> replaced, List<Sale> fresh) {
    List<SaleRef> reversed =
        fresh.stream()
            .filter(Sale::isReversal)
            .map(reversal -> Objects.requireNonNull(reversal.data().reverses(), "rules ask for it"))
            .toList();
    Map<Long, Sale> locked = new HashMap<>();
    sql.query(
        LOCK,
        row -> locked.put(row.number("no"), SalesEvents.read(row)),
        replaced.keySet().stream().mapToLong(no -> no).toArray(),
        reversed.stream().map(SaleRef::source).toArray(String[]::new),
        reversed.stream().map(SaleRef::id).toArray(String[]::new));
    return locked;
  }

  private static Sale original(Map<Long, Sale> originals, long no) {
    return Objects.requireNonNull(originals.get(no), "facts are never deleted");
  }

  private record Unnumbered(Compensation credit, Sale original, Sale by) {
    Credit numbered(long no, Instant now) {
      Compensation after = credit.after(BigDecimal.ONE);
      return credit.revision(after, no, original, TakenBack.by(by), now);
    }
  }
}
