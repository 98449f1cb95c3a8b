package dev.milepost.runtime.expression;

/**
 * What came of evaluating an expression. A failure is never the same as {@code false} or zero: an
 * event without a customer is not one of the wrong customer.
 *
 * @param <T> what the expression yields
 */
public sealed interface Evaluation<T> {

  /** The expression's value. */
  record Result<T>(T value) implements Evaluation<T> {}

  /** There is no value; the reason is fit for showing to the author of the expression. */
  record Failure<T>(String reason) implements Evaluation<T> {}
}
