package dev.milepost.goals.goal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class GoalEntity {
  @Id String id;
}
