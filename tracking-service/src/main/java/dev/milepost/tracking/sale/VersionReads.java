package dev.milepost.tracking.sale;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of events that are versions of an entity. */
@ApplicationScoped
public class VersionReads {
  private static final String NEIGHBOURS =
      """
      SELECT e.no, older.source AS older_source, older.event_id AS older_id,
             newer.source AS newer_source, newer.event_id AS newer_id
      FROM unnest(?::bigint[]) AS e (no)
      LEFT JOIN superseded_event before ON before.by_no = e.no AND before.was_in_force
      LEFT JOIN sales_event older ON older.no = before.event_no
      LEFT JOIN superseded_event after ON after.event_no = e.no
      LEFT JOIN sales_event newer ON newer.no = after.by_no
      WHERE older.no IS NOT NULL OR newer.no IS NOT NULL
      """;

  private final Sql sql;

  VersionReads(Sql sql) {
    this.sql = sql;
  }

  /** The neighbours of those of the events that have any, by the events' numbers. */
  public Map<Long, VersionNeighbours> neighbours(Collection<Long> eventNos) {
    Map<Long, VersionNeighbours> found = new HashMap<>();
    if (!eventNos.isEmpty()) {
      sql.query(
          NEIGHBOURS,
          row ->
              found.put(
                  row.number("no"), new VersionNeighbours(ref(row, "older"), ref(row, "newer"))),
          eventNos.stream().mapToLong(no -> no).distinct().toArray());
    }
    return found;
  }

  private static @Nullable SaleRef ref(Row row, String which) throws SQLException {
    String source = row.textOrNull(which + "_source");
    return source == null ? null : new SaleRef(source, row.text(which + "_id"));
  }
}
