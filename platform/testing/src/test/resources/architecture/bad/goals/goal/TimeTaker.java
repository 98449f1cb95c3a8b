package dev.milepost.goals.goal;

import java.time.Instant;

record TimeTaker(Instant at) {
  static TimeTaker taken() {
    return new TimeTaker(Instant.now());
  }
}
