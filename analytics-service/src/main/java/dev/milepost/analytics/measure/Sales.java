package dev.milepost.analytics.measure;

import static java.util.Objects.requireNonNull;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * A sale that is to be measured.
   *
   * @param replaced whether it was told before, with other content
   */
  record Unmeasured(Sale sale, boolean replaced) {}

  /**
   * Stores the sales and answers those to be measured, each once. A sale that is known already is
   * left out, unless nobody was credited for it yet and its content is another: then tracking has
   * set aside what was told before.
   */
  List<Unmeasured> add(List<Sale> told) {
    Map<SaleRef, Sale> sales = new LinkedHashMap<>();
    told.forEach(sale -> sales.put(sale.ref(), sale));
    return sql.query(
        """
        INSERT INTO sale AS known (source, event_id, type, data)
        SELECT source, event_id, type, data::jsonb
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
          AS told (source, event_id, type, data)
        ON CONFLICT (source, event_id) DO UPDATE
        SET type = excluded.type, data = excluded.data, replaced = true
        WHERE (known.type, known.data) IS DISTINCT FROM (excluded.type, excluded.data)
          AND NOT EXISTS (SELECT FROM credit
            WHERE credit.source = known.source AND credit.event_id = known.event_id)
        RETURNING source, event_id, replaced
        """,
        row ->
            new Unmeasured(
                requireNonNull(sales.get(new SaleRef(row.text("source"), row.text("event_id")))),
                row.flag("replaced")),
        sales.keySet().stream().map(SaleRef::source).toList(),
        sales.keySet().stream().map(SaleRef::id).toList(),
        sales.values().stream().map(Sale::type).toList(),
        sales.values().stream().map(Sales::json).toList());
  }

  /**
   * The next sales after a place in the order of arrival, up to and with another. Until the
   * transaction ends none of them is replaced, so that their measures are those of their content.
   */
  List<Stored> between(long after, long upTo, int limit) {
    return sql.query(
        "SELECT * FROM sale WHERE id > ? AND id <= ? ORDER BY id LIMIT ? FOR SHARE",
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
