package dev.milepost.incentive.plan;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An incentive plan as it is stored. */
@Entity
@Table(name = "incentive_plan")
@SuppressWarnings("NullAway.Init")
class PlanRow extends PanacheEntityBase {
  @Id private UUID id;

  @Column(nullable = false)
  private String name;

  @Column(nullable = false)
  private String currency;

  @Column(nullable = false)
  private long version;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(nullable = false)
  private List<PlanVersion> versions;

  /** For Hibernate. */
  protected PlanRow() {}

  PlanRow(IncentivePlan plan) {
    this.id = plan.id();
    this.name = plan.name();
    this.currency = plan.currency();
    store(plan);
  }

  IncentivePlan plan() {
    return new IncentivePlan(id, name, currency, version, List.copyOf(versions));
  }

  final void store(IncentivePlan plan) {
    this.version = plan.version();
    this.versions = plan.versions();
  }
}
