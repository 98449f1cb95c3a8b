package dev.milepost.goals.goal;

import java.util.UUID;

record IdTaker(UUID id) {
  static IdTaker taken() {
    return new IdTaker(UUID.randomUUID());
  }
}
