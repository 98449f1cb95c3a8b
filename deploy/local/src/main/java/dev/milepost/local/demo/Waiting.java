package dev.milepost.local.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what the suite does in its own time. */
final class Waiting {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private Waiting() {}

  /** Waits until the condition holds; answers false when it does not within the limit. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(PAUSE);
    }
    return true;
  }

  /** Does nothing for a while. */
  static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The demo was told to stop. */
  static DemoFailure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new DemoFailure("the demo was interrupted; the next start continues it", e);
  }
}
