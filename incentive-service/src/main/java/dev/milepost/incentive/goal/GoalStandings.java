package dev.milepost.incentive.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The standings of all goals. */
@ApplicationScoped
public class GoalStandings {
  private final Sql sql;

  GoalStandings(Sql sql) {
    this.sql = sql;
  }

  /**
   * Locks goals until the end of the transaction, always in the same order, so that two settlements
   * never wait for each other in a circle. A goal that was never heard of is locked as well.
   */
  @Transactional(TxType.MANDATORY)
  public List<GoalStanding> lock(Set<String> goalIds) {
    sql.update(
        """
        INSERT INTO goal_standing (goal_id)
        SELECT goal_id FROM unnest(?::text[]) AS goal_id ORDER BY goal_id
        ON CONFLICT DO NOTHING
        """,
        goalIds);
    return sql.query(
        """
        SELECT goal_id, standing FROM goal_standing
        WHERE goal_id = ANY (?) ORDER BY goal_id FOR UPDATE
        """,
        GoalStandings::read,
        goalIds);
  }

  /** Stores standings that are locked. */
  @Transactional(TxType.MANDATORY)
  public void save(Collection<GoalStanding> standings) {
    sql.update(
        """
        UPDATE goal_standing AS goal
        SET starts_on = told.starts_on::date, standing = told.standing::jsonb
        FROM unnest(?::text[], ?::text[], ?::text[]) AS told (goal_id, starts_on, standing)
        WHERE goal.goal_id = told.goal_id
        """,
        standings.stream().map(GoalStanding::goalId).toArray(String[]::new),
        standings.stream().map(GoalStandings::startsOn).toArray(String[]::new),
        standings.stream().map(GoalStandings::write).toArray(String[]::new));
  }

  /** What is known of a goal. */
  public Optional<GoalStanding> find(String goalId) {
    return sql.queryOne(
        "SELECT goal_id, standing FROM goal_standing WHERE goal_id = ?",
        GoalStandings::read,
        goalId);
  }

  private static @Nullable String startsOn(GoalStanding standing) {
    GoalSnapshot goal = standing.goal();
    return goal == null
        ? null
        : LocalDate.ofInstant(goal.period().start(), ZoneId.of(goal.zone())).toString();
  }

  private static GoalStanding read(Row row) throws SQLException {
    String standing = row.textOrNull("standing");
    try {
      return standing == null
          ? GoalStanding.unknown(row.text("goal_id"))
          : ContractJson.mapper().readValue(standing, GoalStanding.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored standing is not readable", e);
    }
  }

  private static String write(GoalStanding standing) {
    try {
      return ContractJson.mapper().writeValueAsString(standing);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("standing is not writable", e);
    }
  }
}
