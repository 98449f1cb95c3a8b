package dev.milepost.runtime.expression;

/** Ends an evaluation from within. Its reason reaches the author of the expression. */
final class EvaluationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  EvaluationFailure(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
