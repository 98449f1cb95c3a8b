package dev.milepost.tracking.credit;

import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import dev.milepost.tracking.query.Where;
import dev.milepost.tracking.sale.VersionNeighbours;
import dev.milepost.tracking.sale.VersionReads;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What happened to one sale, by our own number of its event. */
@ApplicationScoped
public class SaleHistory {
  private static final String REVERSALS =
      """
      SELECT r.*, e.source, e.event_id
      FROM reversal r JOIN sales_event e ON e.no = r.event_no
      """;

  private final Sql sql;
  private final VersionReads versions;

  SaleHistory(Sql sql, VersionReads versions) {
    this.sql = sql;
    this.versions = versions;
  }

  /** Its credits and what was taken back of them, in the order of recording. */
  public List<Credit> credits(long eventNo) {
    Where where = new Where().and("c.event_no = ?", eventNo);
    return sql.query(
        where.in(CreditReads.CREDITS, "ORDER BY c.no"), CreditReads::credit, where.parameters());
  }

  /** Its neighbours among the versions of the same record. */
  public VersionNeighbours versions(long eventNo) {
    return versions.neighbours(List.of(eventNo)).getOrDefault(eventNo, VersionNeighbours.NONE);
  }

  /** The event itself, if it is a reversal. */
  public Optional<Reversal> reversal(long eventNo) {
    Where where = new Where().and("r.event_no = ?", eventNo);
    return sql.queryOne(where.in(REVERSALS, ""), SaleHistory::read, where.parameters());
  }

  /** The reversals that took something of it back, the earliest first. */
  public List<Reversal> reversedBy(long eventNo, int limit) {
    Where where = new Where().and("r.original_no = ? AND r.state = 'APPLIED'", eventNo);
    return sql.query(
        where.in(REVERSALS, "ORDER BY r.settled_at, r.event_no LIMIT ?"),
        SaleHistory::read,
        where.parameters(limit));
  }

  private static Reversal read(Row row) throws SQLException {
    return new Reversal(
        new SaleRef(row.text("source"), row.text("event_id")),
        new SaleRef(row.text("original_source"), row.text("original_id")),
        row.constant("state", Reversal.State.class),
        row.decimalOrNull("amount"),
        row.decimalOrNull("part"),
        row.textOrNull("reason"),
        row.instantOrNull("settled_at"));
  }
}
