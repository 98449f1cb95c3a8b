package dev.milepost.goals.goal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The stored goals, one at a time. */
@ApplicationScoped
class GoalRepository implements PanacheRepositoryBase<GoalEntity, UUID> {

  /**
   * A goal that nobody else changes before this transaction ends, as it is once the lock is held:
   * what this transaction may have read before is read again.
   */
  Optional<GoalEntity> locked(UUID id) {
    Optional<GoalEntity> entity = Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    entity.ifPresent(getEntityManager()::refresh);
    return entity;
  }
}
