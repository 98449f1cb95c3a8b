package dev.milepost.goals.goal;

import java.util.Arrays;
import java.util.List;

/**
 * One reason why something is refused.
 *
 * @param pointer JSON pointer into the goal
 * @param code stable, never translated
 * @param args what the message mentions
 */
record Finding(String pointer, String code, List<Object> args) {

  static Finding of(String pointer, String code, Object... args) {
    return new Finding(pointer, code, Arrays.asList(args));
  }
}
