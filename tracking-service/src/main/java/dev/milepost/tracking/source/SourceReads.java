package dev.milepost.tracking.source;

import static java.util.stream.Collectors.joining;

import dev.milepost.contract.Topic;
import dev.milepost.runtime.event.UntakenReason;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Sources as callers see them: those that sent something, and those that declared something. */
@ApplicationScoped
class SourceReads {
  /** What no batch could read or take in was not counted by one; it is in quarantine. */
  private static final String SOURCES =
      """
      WITH unread AS (
        SELECT source, count(*) AS received, min(recorded_at) AS first_received_at,
               max(recorded_at) AS last_received_at
        FROM quarantine
        WHERE topic = '%s' AND source IS NOT NULL
          AND reason IN ('%s')
        GROUP BY source)
      SELECT source, coalesce(s.received, 0) + coalesce(u.received, 0) AS received,
             least(s.first_received_at, u.first_received_at) AS first_received_at,
             greatest(s.last_received_at, u.last_received_at) AS last_received_at,
             s.latest_occurred_at, w.watermark, w.complete_until
      FROM sales_source s
      FULL JOIN source_watermark w USING (source)
      FULL JOIN unread u USING (source)
      """
          .formatted(
              Topic.SALES_EVENTS.topicName(),
              Stream.of(UntakenReason.values()).map(Enum::name).collect(joining("', '")));

  private final Sql sql;

  SourceReads(Sql sql) {
    this.sql = sql;
  }

  /** All sources, by name. */
  Page<SourceView> list(PageRequest page) {
    Where where =
        new Where().andIf("source > ?", page.position().map(last -> last.text(0)).orElse(null));
    List<SourceView> rows =
        sql.query(
            where.in(SOURCES, "ORDER BY source LIMIT ?"),
            SourceReads::source,
            where.parameters(page.fetch()));
    return Page.of(rows, page, view -> Cursor.of(view.source()));
  }

  private static SourceView source(Row row) throws SQLException {
    return new SourceView(
        row.text("source"),
        row.number("received"),
        row.instantOrNull("first_received_at"),
        row.instantOrNull("last_received_at"),
        row.instantOrNull("latest_occurred_at"),
        row.instantOrNull("watermark"),
        row.instantOrNull("complete_until"));
  }
}
