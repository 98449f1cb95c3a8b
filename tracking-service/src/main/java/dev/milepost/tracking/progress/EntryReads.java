package dev.milepost.tracking.progress;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.Visibility;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.progress.EntryView.Moved;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries as callers may see them: those of colleagues only for who may see their rows. */
@ApplicationScoped
class EntryReads {
  /**
   * Entries with their sale, and why they were made: the event that took something back, and
   * whether that is a newer version of the sale; the older version that the sale took the place of;
   * the rule behind the credit; the change for which the sale was credited anew.
   */
  private static final String ENTRIES =
      """
      SELECT e.*, c.participant_id, s.source, s.event_id, s.type AS sale_type,
             b.source AS by_source, b.event_id AS by_id, newer.event_no IS NOT NULL AS superseded,
             o.source AS older_source, o.event_id AS older_id,
             made.rule_key, made.rule_version, t.reason AS anew_reason
      FROM progress_entry e
      JOIN credit c ON c.credit_no = e.credit_no AND c.revision = e.revision
      JOIN sales_event s ON s.no = c.event_no
      LEFT JOIN sales_event b ON b.no = c.reversal_no
      LEFT JOIN superseded_event newer
        ON newer.event_no = c.event_no AND newer.by_no = c.reversal_no
      LEFT JOIN superseded_event older ON older.by_no = c.event_no AND older.was_in_force
      LEFT JOIN sales_event o ON o.no = older.event_no
      LEFT JOIN credit_origin made ON made.credit_no = c.credit_no AND made.revision = 0
      LEFT JOIN credit_origin own ON own.credit_no = c.credit_no AND own.revision = c.revision
      LEFT JOIN re_crediting t ON t.no = own.re_crediting_no
      """;

  private final Sql sql;
  private final KeyChanges keys;
  private final Visibility visibility;

  EntryReads(Sql sql, KeyChanges keys, Visibility visibility) {
    this.sql = sql;
    this.keys = keys;
    this.visibility = visibility;
  }

  /** All entries of a goal, in their order. */
  Page<EntryView> all(long goalNo, PageRequest page) {
    return list(goalNo, new Where(), page);
  }

  /**
   * Those that were recorded up to a moment, that moment included, in their order.
   *
   * @param after only those that were recorded after it
   */
  Page<EntryView> recorded(long goalNo, @Nullable Instant after, Instant upTo, PageRequest page) {
    Where where = new Where().and("e.recorded_at <= ?", upTo).andIf("e.recorded_at > ?", after);
    return list(goalNo, where, page);
  }

  /**
   * Those that were recorded in an interval, and those that were recorded before and lie in one
   * only of a level's windows at its ends; in their order.
   */
  Page<EntryView> changed(
      long goalNo, Interval interval, Window begin, Window end, PageRequest page) {
    Where where =
        new Where()
            .and(
                "e.recorded_at > ? OR e.sample IS NOT NULL"
                    + " AND (e.occurred_at >= ? AND e.occurred_at < ?)"
                    + " <> (e.occurred_at >= ? AND e.occurred_at < ?)",
                interval.from(),
                begin.from(),
                begin.to(),
                end.from(),
                end.to())
            .and("e.recorded_at <= ?", interval.to());
    return list(goalNo, where, page)
        .map(
            entry ->
                interval.contains(entry.recordedAt())
                    ? entry
                    : entry.moving(end.contains(entry.occurredAt()) ? Moved.ENTERED : Moved.LEFT));
  }

  private Page<EntryView> list(long goalNo, Where narrowed, PageRequest page) {
    Where where =
        narrowed
            .and("e.goal_no = ?", goalNo)
            .visible(visibility.ofProgress(), "c.participant_id")
            .andIf("e.sequence > ?", page.position().map(last -> last.number(0)).orElse(null));
    List<EntryView> rows =
        sql.query(
            where.in(ENTRIES, "ORDER BY e.sequence LIMIT ?"),
            EntryReads::entry,
            where.parameters(page.fetch()));
    Page<EntryView> found = Page.of(rows, page, entry -> Cursor.of(entry.sequence()));
    Map<Long, BigDecimal> changes = keys.of(goalNo, found.items());
    return found.map(entry -> entry.changing(changes.get(entry.sequence())));
  }

  private static EntryView entry(Row row) throws SQLException {
    BigDecimal denominator = row.decimalOrNull("denominator");
    BigDecimal delta = Decimals.shortest(row.decimal("numerator"));
    boolean addsUp = row.numberOrNull("sample") == null;
    return new EntryView(
        row.number("sequence"),
        row.constant("kind", Kind.class),
        EntryReason.of(row),
        row.text("credit_no"),
        row.integer("revision"),
        row.text("participant_id"),
        new SaleRef(row.text("source"), row.text("event_id")),
        row.text("sale_type"),
        row.instant("occurred_at"),
        row.instant("recorded_at"),
        delta,
        denominator == null ? null : Decimals.shortest(denominator),
        row.textOrNull("key"),
        addsUp ? delta : null,
        null);
  }
}
