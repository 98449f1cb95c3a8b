package dev.milepost.runtime.idempotency;

import dev.milepost.runtime.problem.CommonProblem;
import dev.milepost.runtime.problem.ProblemException;
import java.util.regex.Pattern;

/**
 * Whose request it is, for what, under which name.
 *
 * @param operation method and path, such as {@code POST /v1/goals}
 */
record IdempotencyKey(String principal, String operation, String key) {
  static final String HEADER = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

  IdempotencyKey {
    if (!VISIBLE.matcher(key).matches()) {
      throw ProblemException.of(CommonProblem.INVALID_REQUEST).parameter(HEADER, "idempotency-key");
    }
  }
}
