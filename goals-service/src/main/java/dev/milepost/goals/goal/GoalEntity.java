package dev.milepost.goals.goal;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.milepost.contract.ContractJson;
import dev.milepost.contract.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A goal at rest: the whole of it as a document, and beside it the columns to find it by. */
@Entity
@Table(name = "goal")
class GoalEntity {
  @Id UUID id;

  long version;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  GoalState state;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "owner_type")
  Owner.Type ownerType;

  @Column(name = "owner_id")
  String ownerId;

  @Column(name = "metric_key")
  String metric;

  @Column(name = "period_label")
  String period;

  @Column(name = "period_start")
  Instant periodStart;

  @Column(name = "parent_id")
  @Nullable UUID parentId;

  String author;

  @JdbcTypeCode(SqlTypes.JSON)
  String document;

  /** For Hibernate, which fills all fields. */
  @SuppressWarnings("NullAway.Init")
  GoalEntity() {}

  @SuppressWarnings("NullAway.Init")
  GoalEntity(Goal goal) {
    id = goal.id();
    author = goal.author().principal();
    take(goal);
  }

  /** Takes over the goal as it now stands. */
  final void take(Goal goal) {
    version = goal.version();
    state = goal.state();
    ownerType = goal.terms().owner().type();
    ownerId = goal.terms().owner().id();
    metric = goal.terms().metric();
    period = goal.terms().period().label();
    periodStart = goal.terms().period().start();
    parentId = goal.terms().parentId();
    document = write(goal);
  }

  Goal toGoal() {
    return read(document);
  }

  static Goal read(String document) {
    try {
      return ContractJson.mapper().readValue(document, Goal.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored goal is not readable", e);
    }
  }

  private static String write(Goal goal) {
    try {
      return ContractJson.mapper().writeValueAsString(goal);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("goal " + goal.id() + " cannot be written", e);
    }
  }
}
