package dev.milepost.benchmarks.stage;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Waits for a number to get somewhere, as long as it moves. */
final class Patience {
  private static final Duration STANDSTILL = Duration.ofSeconds(60);
  private static final long SHORTEST_PAUSE_MILLIS = 5;
  private static final long LONGEST_PAUSE_MILLIS = 250;

  private Patience() {}

  /**
   * Waits until the number is what is wanted. It is asked for the more often the nearer it is, so
   * that asking costs little and the end is not missed.
   *
   * @throws BenchmarkFailure when it stands still for a minute
   */
  static void await(String what, long wanted, LongSupplier number) {
    long begin = System.nanoTime();
    long first = number.getAsLong();
    long last = first;
    long moved = begin;
    while (last < wanted) {
      sleep(pauseMillis(wanted - last, last - first, System.nanoTime() - begin));
      long now = number.getAsLong();
      if (now != last) {
        last = now;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
        throw new BenchmarkFailure("%s stands still at %,d of %,d".formatted(what, last, wanted));
      }
    }
  }

  /** Half the time that is left at the pace so far. */
  static long pauseMillis(long left, long done, long nanos) {
    if (done <= 0) {
      return SHORTEST_PAUSE_MILLIS * 4;
    }
    long millis = (long) ((double) left / done * nanos / 2e6);
    return Math.clamp(millis, SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
  }

  static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailure("interrupted", e);
    }
  }
}
