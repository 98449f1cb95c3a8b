package dev.milepost.tracking.outcome;

import dev.milepost.runtime.problem.Problems;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why something does not count.
 *
 * @param code stable; never translated
 * @param arguments what it speaks of, by name
 * @param message the same in words, in the caller's language
 */
public record ReasonView(String code, Map<String, String> arguments, String message) {

  static ReasonView of(Reason reason, Problems texts) {
    return new ReasonView(
        reason.code(),
        new TreeMap<>(reason.arguments()),
        texts.text(reason.key(), reason.arguments()));
  }
}
