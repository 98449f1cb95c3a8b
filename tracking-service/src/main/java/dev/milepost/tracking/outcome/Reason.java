package dev.milepost.tracking.outcome;

import java.util.Locale;
import java.util.Map;

/**
 * Why something does not count, before it is put into words.
 *
 * @param code stable, e.g. {@code AFTER_PERIOD}
 * @param arguments what it speaks of, by name
 */
record Reason(String code, Map<String, String> arguments) {

  static Reason of(String code) {
    return new Reason(code, Map.of());
  }

  /** Where its text is found. */
  String key() {
    return "reason." + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
