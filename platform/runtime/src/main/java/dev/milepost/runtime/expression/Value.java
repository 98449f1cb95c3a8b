package dev.milepost.runtime.expression;

import java.math.BigDecimal;

/** A compiled expression that yields a number. Safe for use by any number of threads. */
@FunctionalInterface
public interface Value {

  /** The number, exact; a failure when the expression asks for something that is not there. */
  Evaluation<BigDecimal> evaluate(Variables variables);
}
