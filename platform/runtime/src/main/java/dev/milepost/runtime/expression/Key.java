package dev.milepost.runtime.expression;

/**
 * A compiled expression that yields a key, such as the customer whose number is counted. Safe for
 * use by any number of threads.
 */
@FunctionalInterface
public interface Key {

  /** The key; numbers without trailing zeros. A failure when something asked for is not there. */
  Evaluation<String> evaluate(Variables variables);
}
