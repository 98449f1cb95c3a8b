package dev.milepost.tracking.intake;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.intake.Submission.Valid;
import dev.milepost.tracking.sale.SalesEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events that were taken in over HTTP. */
@ApplicationScoped
class IntakeRows {
  private static final String INSERT =
      """
      INSERT INTO sales_intake (source, event_id, content_hash, received_at)
      SELECT source, event_id, content_hash, ?
      FROM unnest(?::text[], ?::text[], ?::bytea[]) AS row (source, event_id, content_hash)
      ON CONFLICT (source, event_id) DO NOTHING
      RETURNING source, event_id
      """;
  private static final String HASHES =
      """
      SELECT source, event_id, content_hash FROM sales_intake
      JOIN unnest(?::text[], ?::text[]) AS wanted (source, event_id) USING (source, event_id)
      """;

  /** Everyone inserts in this order, so that two requests with common events do not deadlock. */
  private static final Comparator<Valid> LOCK_ORDER =
      Comparator.comparing((Valid v) -> v.ref().source()).thenComparing(v -> v.ref().id());

  private final Sql sql;
  private final SalesEvents salesEvents;

  IntakeRows(Sql sql, SalesEvents salesEvents) {
    this.sql = sql;
    this.salesEvents = salesEvents;
  }

  /** The content hashes of those that are known, by whatever way they came. */
  Map<SaleRef, byte[]> known(Collection<SaleRef> refs) {
    Map<SaleRef, byte[]> known = new HashMap<>();
    sql.query(
        HASHES,
        row -> known.put(ref(row), row.bytes("content_hash")),
        refs.stream().map(SaleRef::source).toArray(String[]::new),
        refs.stream().map(SaleRef::id).toArray(String[]::new));
    known.putAll(salesEvents.hashes(refs));
    return known;
  }

  /** Remembers these, no two of one identity; answers which of them were new. */
  Set<SaleRef> claim(Collection<Valid> submissions, Instant now) {
    List<Valid> rows = submissions.stream().sorted(LOCK_ORDER).toList();
    return new HashSet<>(
        sql.query(
            INSERT,
            IntakeRows::ref,
            now,
            rows.stream().map(v -> v.ref().source()).toArray(String[]::new),
            rows.stream().map(v -> v.ref().id()).toArray(String[]::new),
            rows.stream().map(v -> v.content().hash()).toArray(byte[][]::new)));
  }

  /** Forgets what came before this time: by then it is recorded. */
  int forget(Instant before) {
    return sql.update("DELETE FROM sales_intake WHERE received_at < ?", before);
  }

  private static SaleRef ref(Row row) throws SQLException {
    return new SaleRef(row.text("source"), row.text("event_id"));
  }
}
