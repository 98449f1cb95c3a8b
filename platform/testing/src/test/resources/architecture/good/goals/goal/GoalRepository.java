package dev.milepost.goals.goal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

@ApplicationScoped
class GoalRepository {
  private final EntityManager entities;

  GoalRepository(EntityManager entities) {
    this.entities = entities;
  }

  record Query(EntityManager entities) {}
}
