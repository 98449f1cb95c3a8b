package dev.milepost.runtime.time;

import java.time.Clock;
import java.time.Instant;

public record Clocks(Clock clock) {
  static Clocks ofSystem() {
    return new Clocks(Clock.systemUTC());
  }

  public Instant now() {
    return Instant.now(clock);
  }
}
