package dev.milepost.analytics.goal;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.Owner;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;

/** The goals as last told. */
@ApplicationScoped
class Goals {
  private final Sql sql;

  Goals(Sql sql) {
    this.sql = sql;
  }

  /** Takes over those that are newer than what is known. */
  void put(Collection<GoalSnapshot> goals) {
    sql.update(
        """
        INSERT INTO goal AS old (goal_id, version, state, owner_type, owner_id, metric_key, unit,
                                 direction, period, target)
        SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::text[], ?::text[], ?::text[], ?::numeric[])
        ON CONFLICT (goal_id) DO UPDATE
        SET version = excluded.version, state = excluded.state, owner_type = excluded.owner_type,
            owner_id = excluded.owner_id, metric_key = excluded.metric_key, unit = excluded.unit,
            direction = excluded.direction, period = excluded.period, target = excluded.target
        WHERE old.version < excluded.version
        """,
        goals.stream().map(GoalSnapshot::goalId).toList(),
        goals.stream().map(GoalSnapshot::version).toArray(Long[]::new),
        goals.stream().map(GoalSnapshot::state).toArray(GoalSnapshot.State[]::new),
        goals.stream().map(goal -> goal.owner().type()).toArray(Owner.Type[]::new),
        goals.stream().map(goal -> goal.owner().id()).toList(),
        goals.stream().map(goal -> goal.metric().key()).toList(),
        goals.stream().map(goal -> goal.metric().unit()).toList(),
        goals.stream()
            .map(goal -> goal.metric().direction())
            .toArray(MetricVersion.Direction[]::new),
        goals.stream().map(goal -> goal.period().label()).toList(),
        goals.stream().map(goal -> goal.current().target()).toArray(BigDecimal[]::new));
  }
}
