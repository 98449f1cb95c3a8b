package dev.milepost.tracking.exchange;

import dev.milepost.contract.MetricVersion.ExchangeRate;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Exchange rates as callers see them. */
@ApplicationScoped
public class RateReads {
  private static final String RATES =
      """
      SELECT * FROM (
        SELECT v.*, NOT EXISTS (
          SELECT FROM exchange_rate n
          WHERE n.kind = v.kind AND n.from_currency = v.from_currency
            AND n.to_currency = v.to_currency AND n.period = v.period
            AND n.version > v.version) AS current
        FROM exchange_rate v) AS r
      """;
  private static final String APPLIED =
      """
      SELECT s.event_no, s.currency, r.* FROM sale_rate s JOIN exchange_rate r ON r.no = s.rate_no
      WHERE s.event_no = ANY (?) ORDER BY s.event_no, s.currency, s.kind
      """;

  private final Sql sql;

  RateReads(Sql sql) {
    this.sql = sql;
  }

  /** Every version that was imported, in the order of import. */
  Page<RateView> list(RateFilter filter, PageRequest page) {
    Where where =
        filter
            .narrow(new Where())
            .andIf("r.no > ?", page.position().map(last -> last.number(0)).orElse(null));
    List<RateView> rows =
        sql.query(
            where.in(RATES, "ORDER BY r.no LIMIT ?"),
            RateReads::view,
            where.parameters(page.fetch()));
    return Page.of(rows, page, rate -> Cursor.of(rate.no()));
  }

  /** The rates that sales were counted by, by our numbers of the sales that were. */
  public Map<Long, List<AppliedRate>> applied(Collection<Long> eventNos) {
    Map<Long, List<AppliedRate>> found = new HashMap<>();
    if (!eventNos.isEmpty()) {
      sql.query(
          APPLIED,
          row ->
              found
                  .computeIfAbsent(row.number("event_no"), no -> new ArrayList<>())
                  .add(applied(row)),
          (Object) eventNos.stream().mapToLong(no -> no).distinct().toArray());
    }
    return found;
  }

  private static AppliedRate applied(Row row) throws SQLException {
    return new AppliedRate(
        row.text("currency"),
        row.constant("kind", ExchangeRate.class),
        row.text("from_currency"),
        row.text("to_currency"),
        row.text("period"),
        row.integer("version"),
        row.decimal("rate"));
  }

  private static RateView view(Row row) throws SQLException {
    return new RateView(
        row.number("no"),
        row.constant("kind", ExchangeRate.class),
        row.text("from_currency"),
        row.text("to_currency"),
        row.text("period"),
        row.integer("version"),
        row.decimal("rate"),
        row.flag("current"),
        row.instant("imported_at"),
        row.text("imported_by"));
  }
}
