package dev.milepost.incentive.credit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.CreditType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleCredit;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.access.VisibleOwners;
import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.runtime.sql.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credits behind every goal. */
@ApplicationScoped
public class Credits {
  private static final String BEHIND_GOAL =
      """
      SELECT * FROM contribution JOIN sale_credit USING (credit_id, revision)
      """;

  private final Sql sql;

  Credits(Sql sql) {
    this.sql = sql;
  }

  /** Keeps the union of everything told about credits. */
  @Transactional(TxType.MANDATORY)
  void keep(List<SaleCredit> told) {
    String json = write(told);
    sql.update(
        """
        INSERT INTO sale_credit (credit_id, revision, sale_source, sale_id, sale_type, occurred_at,
          recorded_at, participant_id, credit_type, share, amount, currency, reversed_by_source,
          reversed_by_id)
        SELECT c ->> 'creditId', (c ->> 'revision')::integer, c -> 'sale' ->> 'source',
          c -> 'sale' ->> 'id', c ->> 'saleType', (c ->> 'occurredAt')::timestamptz,
          (c ->> 'recordedAt')::timestamptz, c ->> 'participantId', c ->> 'creditType',
          (c ->> 'share')::numeric, (c -> 'value' ->> 'amount')::numeric,
          c -> 'value' ->> 'currency', c -> 'reversedBy' ->> 'source', c -> 'reversedBy' ->> 'id'
        FROM jsonb_array_elements(?::jsonb) AS c
        ON CONFLICT DO NOTHING
        """,
        json);
    sql.update(
        """
        INSERT INTO contribution (goal_id, sequence, credit_id, revision, metric_version, delta)
        SELECT line ->> 'goalId', (line ->> 'sequence')::bigint, c ->> 'creditId',
          (c ->> 'revision')::integer, (line ->> 'metricVersion')::integer,
          (line ->> 'delta')::numeric
        FROM jsonb_array_elements(?::jsonb) AS c, jsonb_array_elements(c -> 'contributions') AS line
        ON CONFLICT DO NOTHING
        """,
        json);
  }

  /** How much of a goal's progress, up to a line of it, these projections can explain. */
  public Coverage coverage(String goalId, long upToSequence) {
    return sql.query(
            """
            SELECT count(*) AS lines, coalesce(sum(delta), 0) AS total FROM contribution
            WHERE goal_id = ? AND sequence <= ?
            """,
            row -> new Coverage(row.number("lines"), row.decimal("total")),
            goalId,
            upToSequence)
        .getFirst();
  }

  /**
   * The visible credits behind a goal's progress, up to a line of it, in the order of its lines.
   */
  public Page<CreditLine> page(
      String goalId, long upToSequence, VisibleOwners visible, PageRequest page) {
    Where where = new Where().equal("goal_id", goalId).and("sequence <= ?", upToSequence);
    if (!visible.all()) {
      where.and("participant_id = ANY (?)", visible.participantIds());
    }
    page.position().ifPresent(after -> where.and("sequence > ?", after.number(0)));
    List<CreditLine> rows =
        sql.query(
            BEHIND_GOAL + where.sql() + "ORDER BY sequence LIMIT ?",
            Credits::read,
            where.parameters(page.fetch()));
    return Page.of(rows, page, line -> Cursor.of(line.sequence()));
  }

  private static CreditLine read(Row row) throws SQLException {
    return new CreditLine(
        row.number("sequence"),
        row.decimal("delta"),
        row.text("credit_id"),
        row.integer("revision"),
        row.text("participant_id"),
        row.constant("credit_type", CreditType.class),
        row.decimal("share"),
        new CreditLine.Sale(
            row.text("sale_source"),
            row.text("sale_id"),
            row.text("sale_type"),
            row.instant("occurred_at"),
            amount(row)),
        reversedBy(row));
  }

  private static @Nullable Money amount(Row row) throws SQLException {
    BigDecimal amount = row.decimalOrNull("amount");
    return amount == null ? null : new Money(amount, row.text("currency"));
  }

  private static @Nullable SaleRef reversedBy(Row row) throws SQLException {
    String id = row.textOrNull("reversed_by_id");
    return id == null ? null : new SaleRef(row.text("reversed_by_source"), id);
  }

  private static String write(List<SaleCredit> credits) {
    try {
      return ContractJson.mapper().writeValueAsString(credits);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("credits are not writable", e);
    }
  }
}
