package dev.milepost.goals.goal;

import dev.milepost.runtime.time.Clocks;
import java.math.BigDecimal;
import java.time.Instant;

record Goal(BigDecimal target, Instant approvedAt) {
  static Goal approved(BigDecimal target, Clocks clocks) {
    return new Goal(target, clocks.now());
  }
}
