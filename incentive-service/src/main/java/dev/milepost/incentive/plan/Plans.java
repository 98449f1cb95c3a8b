package dev.milepost.incentive.plan;

import dev.milepost.runtime.paging.Cursor;
import dev.milepost.runtime.paging.Page;
import dev.milepost.runtime.paging.PageRequest;
import dev.milepost.runtime.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All incentive plans. */
@ApplicationScoped
public class Plans {
  private static final String HOLD =
      "SELECT pg_advisory_xact_lock_shared(hashtextextended('milepost.incentive-plans', 0))";
  private static final String CHANGE =
      "SELECT pg_advisory_xact_lock(hashtextextended('milepost.incentive-plans', 0))";

  private final Sql sql;

  Plans(Sql sql) {
    this.sql = sql;
  }

  /**
   * All plans, held as they are until the transaction ends: no version is activated meanwhile. Call
   * it before goals are locked.
   */
  @Transactional(TxType.MANDATORY)
  public List<IncentivePlan> held() {
    sql.query(HOLD, row -> row);
    return PlanRow.<PlanRow>listAll().stream().map(PlanRow::plan).toList();
  }

  /** One plan. */
  @Transactional
  public Optional<IncentivePlan> find(UUID id) {
    return PlanRow.<PlanRow>findByIdOptional(id).map(PlanRow::plan);
  }

  @Transactional
  Page<IncentivePlan> page(PageRequest request) {
    UUID after = request.position().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
    List<PlanRow> rows =
        PlanRow.<PlanRow>find("id > ?1 order by id", after).page(0, request.fetch()).list();
    return Page.of(
        rows.stream().map(PlanRow::plan).toList(), request, plan -> Cursor.of(plan.id()));
  }

  /** Keeps every goal from being settled until the transaction ends. */
  void lockAll() {
    sql.query(CHANGE, row -> row);
  }
}
