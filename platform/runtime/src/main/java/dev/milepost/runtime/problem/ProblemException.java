package dev.milepost.runtime.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a request. It becomes a problem document at the edge, in the language of the client.
 *
 * <pre>{@code
 * throw ProblemException.of(GoalsProblem.GOAL_CLOSED, goalId);
 * throw ProblemException.of(CommonProblem.INVALID_REQUEST)
 *     .violation("/targets/0/value", "not-positive");
 * }</pre>
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<Violation> violations = new ArrayList<>();
  private transient Text detail;

  private ProblemException(ProblemType type, Text detail) {
    super(type.slug());
    this.type = type;
    this.detail = detail;
  }

  /** The arguments fill the placeholders of {@code <slug>.detail}. */
  public static ProblemException of(ProblemType type, @Nullable Object... arguments) {
    return new ProblemException(type, Text.of(type.slug() + ".detail", arguments));
  }

  /** Another detail than {@code <slug>.detail}: {@code key} is its whole bundle key. */
  public ProblemException detail(String key, @Nullable Object... arguments) {
    detail = Text.of(key, arguments);
    return this;
  }

  /**
   * Names a fault in the body.
   *
   * @param pointer JSON pointer (RFC 6901) to the member at fault; empty for the whole body
   * @param code stable code; its message is {@code violation.<code>}
   */
  public ProblemException violation(String pointer, String code, @Nullable Object... arguments) {
    violations.add(new Violation(pointer, null, code, Text.of("violation." + code, arguments)));
    return this;
  }

  /** Names a fault in a path, query or header parameter. */
  public ProblemException parameter(String name, String code, @Nullable Object... arguments) {
    violations.add(new Violation(null, name, code, Text.of("violation." + code, arguments)));
    return this;
  }

  /** As {@link #violation} or, without a pointer, {@link #parameter}; values are named. */
  ProblemException violation(
      @Nullable String pointer,
      @Nullable String parameter,
      String code,
      Map<String, String> values) {
    Text message = new Text("violation." + code, values);
    violations.add(new Violation(pointer, parameter, code, message));
    return this;
  }

  /** Keeps what led here, for the log only. */
  public ProblemException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  /** The codes of the violations so far, in the order they were found. */
  public List<String> violationCodes() {
    return violations.stream().map(Violation::code).toList();
  }

  Text detail() {
    return detail;
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }

  record Violation(
      @Nullable String pointer, @Nullable String parameter, String code, Text message) {}
}
