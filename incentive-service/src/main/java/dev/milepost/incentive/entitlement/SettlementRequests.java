package dev.milepost.incentive.entitlement;

import static java.util.Objects.requireNonNull;

import dev.milepost.incentive.goal.GoalStandings;
import dev.milepost.incentive.plan.IncentivePlan;
import dev.milepost.incentive.plan.PlanActivated;
import dev.milepost.incentive.plan.PlanTerms.Validity;
import dev.milepost.incentive.plan.Plans;
import dev.milepost.runtime.event.Cause;
import dev.milepost.runtime.sql.Row;
import dev.milepost.runtime.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settles the goals that an activated plan pays on. Which ones is written down in the transaction
 * that activates it; they are settled after it, some per transaction, by whichever replica comes
 * first.
 */
@ApplicationScoped
class SettlementRequests {
  private static final int GOALS_PER_TRANSACTION = 100;

  private final Sql sql;
  private final Plans plans;
  private final GoalStandings standings;
  private final Settlement settlement;

  SettlementRequests(Sql sql, Plans plans, GoalStandings standings, Settlement settlement) {
    this.sql = sql;
    this.plans = plans;
    this.standings = standings;
    this.settlement = settlement;
  }

  private record Request(String goalId, Cause cause) {}

  /**
   * Whoever activates a plan holds the lock that keeps goals from being settled meanwhile. All
   * goals of the validity are settled, whatever their metric: the version before may have paid on
   * metrics that this one leaves out.
   */
  void request(@Observes PlanActivated activated) {
    Validity validity = activated.validity();
    LocalDate to = validity.to();
    Cause cause = activated.cause();
    sql.update(
        """
        INSERT INTO settlement_request (goal_id, correlation_id, causation_id, trace_parent)
        SELECT goal_id, ?, ?, ? FROM goal_standing
        WHERE starts_on >= ?::date AND starts_on < ?::date
        ORDER BY goal_id
        ON CONFLICT (goal_id) DO NOTHING
        """,
        cause.correlationId(),
        cause.causationId(),
        cause.traceParent(),
        validity.from().toString(),
        to == null ? "infinity" : to.toString());
  }

  @Scheduled(
      every = "${milepost.incentive.settlement-interval:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void settleAll() {
    int settled;
    do {
      settled = QuarkusTransaction.requiringNew().call(this::settleSome);
    } while (settled == GOALS_PER_TRANSACTION);
  }

  private int settleSome() {
    if (sql.query("SELECT 1 FROM settlement_request LIMIT 1", row -> row).isEmpty()) {
      return 0;
    }
    List<IncentivePlan> held = plans.held();
    Map<String, Cause> causes =
        take().stream().collect(Collectors.toMap(Request::goalId, Request::cause));
    List<Unsettled> unsettled =
        standings.lock(causes.keySet()).stream()
            .map(goal -> new Unsettled(goal, requireNonNull(causes.get(goal.goalId()))))
            .toList();
    settlement.settle(unsettled, held);
    return unsettled.size();
  }

  private List<Request> take() {
    return sql.query(
        """
        DELETE FROM settlement_request WHERE goal_id IN (
          SELECT goal_id FROM settlement_request ORDER BY goal_id LIMIT ? FOR UPDATE SKIP LOCKED)
        RETURNING goal_id, correlation_id, causation_id, trace_parent
        """,
        SettlementRequests::read,
        GOALS_PER_TRANSACTION);
  }

  private static Request read(Row row) throws SQLException {
    return new Request(
        row.text("goal_id"),
        new Cause(
            row.text("correlation_id"),
            row.textOrNull("causation_id"),
            row.textOrNull("trace_parent")));
  }
}
