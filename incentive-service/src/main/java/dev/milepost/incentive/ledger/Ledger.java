package dev.milepost.incentive.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds lines to the ledger and reads them. There is no way to change one. */
@ApplicationScoped
public class Ledger {
  private final Sql sql;

  Ledger(Sql sql) {
    this.sql = sql;
  }

  /** Adds a line; its reward is stored before. */
  @Transactional(TxType.MANDATORY)
  public void append(LedgerLine line) {
    Money amount = line.amount();
    sql.update(
        """
        INSERT INTO ledger_entry (id, reward_id, reward_version, recipient_type, recipient_id,
          plan_id, plan_version, component_id, goal_id, milestone_id, period, kind, amount,
          currency, earned_at, recorded_at, correlation_id, causation_id, calculation)
        VALUES (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
        """,
        line.id(),
        line.rewardId(),
        line.rewardVersion(),
        line.recipient().type(),
        line.recipient().id(),
        line.planId(),
        line.planVersion(),
        line.componentId(),
        line.goalId(),
        line.milestoneId(),
        line.period(),
        line.kind(),
        amount == null ? null : amount.amount(),
        amount == null ? null : amount.currency(),
        line.earnedAt(),
        line.recordedAt(),
        line.correlationId(),
        line.causationId(),
        write(line.calculation()));
  }

  /** Lets all reads of the transaction see one state of the database; before the first of them. */
  @Transactional(TxType.MANDATORY)
  public void freeze() {
    sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
  }

  /** Every line of a reward, from the first. */
  public List<LedgerLine> ofReward(UUID rewardId) {
    return sql.query(
        "SELECT * FROM ledger_entry WHERE reward_id = ? ORDER BY reward_version",
        Ledger::read,
        rewardId);
  }

  /**
   * The visible lines that a client asks for, by id. Ids rise with the time of booking, except
   * among lines that several replicas booked within one moment.
   */
  public Page<LedgerLine> page(LedgerFilter filter, VisibleOwners visible, PageRequest page) {
    Where where =
        where(filter)
            .owner(
                visible.all(),
                "recipient_type",
                "recipient_id",
                visible.participantIds(),
                visible.teamIds());
    page.position().ifPresent(after -> where.and("id > ?", after.uuid(0)));
    List<LedgerLine> rows =
        sql.query(
            "SELECT * FROM ledger_entry" + where.sql() + "ORDER BY id LIMIT ?",
            Ledger::read,
            where.parameters(page.fetch()));
    return Page.of(rows, page, line -> Cursor.of(line.id()));
  }

  /** What the lines add up to, per currency. */
  public List<Money> totals(LedgerFilter filter) {
    Where where = where(filter).and("currency IS NOT NULL");
    return sql.query(
        "SELECT sum(amount) AS amount, currency FROM ledger_entry"
            + where.sql()
            + "GROUP BY currency ORDER BY currency",
        row -> new Money(row.decimal("amount"), row.text("currency")),
        where.parameters());
  }

  private static Where where(LedgerFilter filter) {
    return new Where()
        .equal("period", filter.period())
        .equal("recipient_type", filter.recipientType())
        .equal("recipient_id", filter.recipient())
        .equal("goal_id", filter.goal())
        .equal("reward_id", filter.reward())
        .equal("kind", filter.kind());
  }

  private static LedgerLine read(Row row) throws SQLException {
    return new LedgerLine(
        row.uuid("id"),
        row.uuid("reward_id"),
        row.number("reward_version"),
        new Owner(row.constant("recipient_type", Owner.Type.class), row.text("recipient_id")),
        row.uuid("plan_id").toString(),
        row.integer("plan_version"),
        row.text("component_id"),
        row.text("goal_id"),
        row.textOrNull("milestone_id"),
        row.text("period"),
        row.constant("kind", LedgerKind.class),
        amount(row),
        row.instant("earned_at"),
        row.instant("recorded_at"),
        row.text("correlation_id"),
        row.textOrNull("causation_id"),
        calculation(row.text("calculation")));
  }

  private static @Nullable Money amount(Row row) throws SQLException {
    BigDecimal amount = row.decimalOrNull("amount");
    return amount == null ? null : new Money(amount, row.text("currency"));
  }

  private static Calculation calculation(String json) {
    try {
      return ContractJson.mapper().readValue(json, Calculation.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored calculation is not readable", e);
    }
  }

  private static String write(Calculation calculation) {
    try {
      return ContractJson.mapper().writeValueAsString(calculation);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("calculation is not writable", e);
    }
  }
}
