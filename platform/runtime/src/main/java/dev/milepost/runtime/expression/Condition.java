package dev.milepost.runtime.expression;

/** A compiled expression that says yes or no. Safe for use by any number of threads. */
@FunctionalInterface
public interface Condition {

  /** Whether the condition holds; a failure when it asks for something that is not there. */
  Evaluation<Boolean> evaluate(Variables variables);
}
