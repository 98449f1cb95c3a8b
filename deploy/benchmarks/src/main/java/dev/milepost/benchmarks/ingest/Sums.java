package dev.milepost.benchmarks.ingest;

import dev.milepost.benchmarks.stage.BenchmarkFailure;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Fast and wrong is worth nothing: what is not as published ends the run. */
final class Sums {
  private Sums() {}

  /** Refuses another number than was published. */
  static void require(String what, long expected, long found) {
    if (expected != found) {
      throw new BenchmarkFailure("%s: %,d expected, %,d found".formatted(what, expected, found));
    }
  }

  /** Refuses another value for any key than was published, and keys that were not. */
  static void require(String what, Map<String, ?> expected, Map<String, ?> found) {
    if (!expected.equals(found)) {
      TreeSet<String> keys = new TreeSet<>(expected.keySet());
      keys.addAll(found.keySet());
      keys.removeIf(key -> Objects.equals(expected.get(key), found.get(key)));
      throw new BenchmarkFailure(
          "%s: %,d are wrong, among them %s: %s expected, %s found"
              .formatted(
                  what,
                  keys.size(),
                  keys.first(),
                  expected.get(keys.first()),
                  found.get(keys.first())));
    }
  }
}
