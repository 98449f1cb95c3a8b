package dev.milepost.tracking.sale;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What can name something in a header, an index and a log line. */
public final class KeyRule {
  private static final int LONGEST = 255;

  private KeyRule() {}

  /** What is wrong with a key, if anything. */
  public static Optional<Violation> violation(String pointer, String key) {
    if (key.isBlank()) {
      return Optional.of(Violation.of(pointer, "blank"));
    }
    if (key.length() > LONGEST) {
      return Optional.of(Violation.of(pointer, "too-long", LONGEST));
    }
    return key.indexOf('\0') < 0 && canBeEncoded(key)
        ? Optional.empty()
        : Optional.of(Violation.of(pointer, "unusable-character"));
  }

  private static boolean canBeEncoded(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (Character.isSurrogate(key.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(key);
      }
    }
    return true;
  }
}
