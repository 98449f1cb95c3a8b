package dev.milepost.incentive.reward;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All rewards, as they stand. */
@ApplicationScoped
public class Rewards {
  private final Sql sql;

  Rewards(Sql sql) {
    this.sql = sql;
  }

  /** Everything that was ever granted on these goals. */
  public List<BookedReward> ofGoals(Collection<String> goalIds) {
    return sql.query("SELECT * FROM reward WHERE goal_id = ANY (?)", Rewards::read, goalIds);
  }

  /** Stores a reward as it now stands. Call it with the goal locked. */
  @Transactional(TxType.MANDATORY)
  public void store(BookedReward booked) {
    Reward reward = booked.reward();
    Money amount = reward.amount();
    sql.update(
        """
        INSERT INTO reward AS old (id, version, in_force, recipient_type, recipient_id, plan_id,
          plan_version, component_id, kind, reward_type, amount, currency, description, goal_id,
          milestone_id, threshold, period, earned_at, recorded_at, reason)
        VALUES (?::uuid, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE
        SET version = excluded.version, in_force = excluded.in_force,
            plan_version = excluded.plan_version, reward_type = excluded.reward_type,
            amount = excluded.amount, currency = excluded.currency,
            description = excluded.description, earned_at = excluded.earned_at,
            recorded_at = excluded.recorded_at, reason = excluded.reason
        WHERE old.version < excluded.version
        """,
        reward.rewardId(),
        reward.version(),
        booked.inForce(),
        reward.recipient().type(),
        reward.recipient().id(),
        reward.planId(),
        reward.planVersion(),
        reward.componentId(),
        reward.kind(),
        reward.rewardType(),
        amount == null ? null : amount.amount(),
        amount == null ? null : amount.currency(),
        reward.description(),
        reward.goalId(),
        reward.milestoneId(),
        reward.threshold(),
        reward.period(),
        reward.earnedAt(),
        reward.recordedAt(),
        reward.reason());
  }

  Optional<BookedReward> find(UUID id, VisibleOwners visible) {
    return sql.queryOne("SELECT * FROM reward WHERE id = ?", Rewards::read, id)
        .filter(booked -> visible.includes(booked.reward().recipient()));
  }

  Page<BookedReward> page(RewardFilter filter, VisibleOwners visible, PageRequest page) {
    Where where =
        new Where()
            .equal("period", filter.period())
            .equal("recipient_id", filter.recipient())
            .equal("goal_id", filter.goal())
            .equal("kind", filter.kind())
            .equal("in_force", filter.inForce())
            .owner(
                visible.all(),
                "recipient_type",
                "recipient_id",
                visible.participantIds(),
                visible.teamIds());
    page.position().ifPresent(after -> where.and("id > ?", after.uuid(0)));
    List<BookedReward> rows =
        sql.query(
            "SELECT * FROM reward" + where.sql() + "ORDER BY id LIMIT ?",
            Rewards::read,
            where.parameters(page.fetch()));
    return Page.of(rows, page, booked -> Cursor.of(booked.reward().rewardId()));
  }

  private static BookedReward read(Row row) throws SQLException {
    Reward reward =
        new Reward(
            row.uuid("id").toString(),
            row.number("version"),
            new Owner(row.constant("recipient_type", Owner.Type.class), row.text("recipient_id")),
            row.uuid("plan_id").toString(),
            row.integer("plan_version"),
            row.text("component_id"),
            row.constant("kind", Reward.Kind.class),
            row.constant("reward_type", Reward.RewardType.class),
            amount(row),
            null,
            row.textOrNull("description"),
            row.text("goal_id"),
            row.textOrNull("milestone_id"),
            row.decimalOrNull("threshold"),
            row.text("period"),
            row.instant("earned_at"),
            row.instant("recorded_at"),
            row.textOrNull("reason"));
    return new BookedReward(reward, row.flag("in_force"));
  }

  private static @Nullable Money amount(Row row) throws SQLException {
    BigDecimal amount = row.decimalOrNull("amount");
    return amount == null ? null : new Money(amount, row.text("currency"));
  }
}
