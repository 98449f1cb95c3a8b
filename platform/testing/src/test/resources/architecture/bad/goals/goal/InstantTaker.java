package dev.milepost.goals.goal;

import java.time.Instant;
import java.time.InstantSource;

class InstantTaker {
  Instant taken() {
    return InstantSource.system().instant();
  }
}
