package dev.milepost.tracking.sale;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps count of sales events that came again, so that everything that was received can be
 * accounted for. Part of the transaction that found out.
 */
@ApplicationScoped
public class Repetitions {
  private static final String INSERT =
      """
      INSERT INTO sales_event_repetition (source, event_id, received_at, outcome, times)
      SELECT source, event_id, ?, ?, times
      FROM unnest(?::text[], ?::text[], ?::bigint[]) AS row (source, event_id, times)
      """;

  private final Sql sql;

  Repetitions(Sql sql) {
    this.sql = sql;
  }

  /** These came again with the same content, each as often as it stands here. */
  public void duplicates(Collection<SaleRef> refs, Instant now) {
    insert("DUPLICATE", refs, now);
  }

  /** These came again with other content and were refused, each as often as it stands here. */
  public void conflicts(Collection<SaleRef> refs, Instant now) {
    insert("CONFLICT", refs, now);
  }

  private void insert(String outcome, Collection<SaleRef> refs, Instant now) {
    if (refs.isEmpty()) {
      return;
    }
    Map<SaleRef, Long> times =
        refs.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<SaleRef> rows = List.copyOf(times.keySet());
    sql.update(
        INSERT,
        now,
        outcome,
        rows.stream().map(SaleRef::source).toArray(String[]::new),
        rows.stream().map(SaleRef::id).toArray(String[]::new),
        rows.stream().mapToLong(times::get).toArray());
  }
}
