package dev.milepost.analytics.measure;

import dev.milepost.contract.ContractJson;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.EventWriter;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sales events told so far. */
@ApplicationScoped
class Sales {
  private final Sql sql;

  Sales(Sql sql) {
    this.sql = sql;
  }

  /**
   * A stored sale.
   *
   * @param id its place in the order of arrival
   */
  record Stored(long id, Sale sale) {}

  /** Stores the sales and answers those that were new, each once. */
  List<Sale> add(List<Sale> sales) {
    Set<SaleRef> fresh =
        new HashSet<>(
            sql.query(
                """
                INSERT INTO sale (source, event_id, type, data)
                SELECT source, event_id, type, data::jsonb
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
                  AS told (source, event_id, type, data)
                ON CONFLICT (source, event_id) DO NOTHING
                RETURNING source, event_id
                """,
                row -> new SaleRef(row.text("source"), row.text("event_id")),
                sales.stream().map(sale -> sale.ref().source()).toList(),
                sales.stream().map(sale -> sale.ref().id()).toList(),
                sales.stream().map(Sale::type).toList(),
                sales.stream().map(Sales::json).toList()));
    return sales.stream().filter(sale -> fresh.remove(sale.ref())).toList();
  }

  /** The next sales after a place in the order of arrival, up to and with another. */
  List<Stored> between(long after, long upTo, int limit) {
    return sql.query(
        "SELECT * FROM sale WHERE id > ? AND id <= ? ORDER BY id LIMIT ?",
        Sales::read,
        after,
        upTo,
        limit);
  }

  private static Stored read(Row row) throws SQLException {
    try {
      SalesEvent data = ContractJson.mapper().readValue(row.text("data"), SalesEvent.class);
      SaleRef ref = new SaleRef(row.text("source"), row.text("event_id"));
      return new Stored(row.number("id"), new Sale(ref, row.text("type"), data));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored sale is not readable", e);
    }
  }

  private static String json(Sale sale) {
    return new String(EventWriter.data(sale.data()), StandardCharsets.UTF_8);
  }
}
