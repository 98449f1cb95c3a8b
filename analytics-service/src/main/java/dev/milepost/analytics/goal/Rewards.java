package dev.milepost.analytics.goal;

import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rewards as last told. A revoked one stays, no longer in force. */
@ApplicationScoped
class Rewards {
  private final Sql sql;

  Rewards(Sql sql) {
    this.sql = sql;
  }

  /** Takes over those that are newer than what is known. */
  void put(Collection<Reward> rewards) {
    sql.update(
        """
        INSERT INTO reward AS old (reward_id, version, recipient_type, recipient_id, goal_id,
                                   in_force, amount, currency)
        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                             ?::boolean[], ?::numeric[], ?::text[])
        ON CONFLICT (reward_id) DO UPDATE
        SET version = excluded.version, in_force = excluded.in_force, amount = excluded.amount,
            currency = excluded.currency
        WHERE old.version < excluded.version
        """,
        rewards.stream().map(Reward::rewardId).toList(),
        rewards.stream().map(Reward::version).toArray(Long[]::new),
        rewards.stream().map(reward -> reward.recipient().type()).toArray(Owner.Type[]::new),
        rewards.stream().map(reward -> reward.recipient().id()).toList(),
        rewards.stream().map(Reward::goalId).toList(),
        inForce(List.copyOf(rewards)),
        rewards.stream().map(Rewards::amount).toArray(BigDecimal[]::new),
        rewards.stream().map(Rewards::currency).toArray(String[]::new));
  }

  private static boolean[] inForce(List<Reward> rewards) {
    boolean[] inForce = new boolean[rewards.size()];
    for (int i = 0; i < inForce.length; i++) {
      inForce[i] = rewards.get(i).reason() == null;
    }
    return inForce;
  }

  private static @Nullable BigDecimal amount(Reward reward) {
    return reward.amount() == null ? null : reward.amount().amount();
  }

  private static @Nullable String currency(Reward reward) {
    return reward.amount() == null ? null : reward.amount().currency();
  }
}
