package dev.milepost.tracking.sale;

import java.util.List;

/**
 * One reason why a sales event is not valid.
 *
 * @param pointer JSON pointer into the event, e.g. {@code /data/amount/currency}
 * @param code stable name of the rule
 * @param arguments what the rule's message speaks of
 */
public record Violation(String pointer, String code, List<Object> arguments) {

  /** A violation; the arguments fill the placeholders of the code's message. */
  public static Violation of(String pointer, String code, Object... arguments) {
    return new Violation(pointer, code, List.of(arguments));
  }
}
