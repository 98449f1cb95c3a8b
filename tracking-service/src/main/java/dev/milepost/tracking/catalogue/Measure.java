package dev.milepost.tracking.catalogue;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.Condition;
import dev.milepost.runtime.expression.Evaluation;
import dev.milepost.runtime.expression.EventVariables;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.Value;
import dev.milepost.runtime.expression.Variables;
import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a metric, compiled: which sales count, and for how much. An expression that asks
 * for something the sale does not have makes the sale not count; so does a result of more than 38
 * digits before the point. Of those after it 18 stay, HALF_EVEN. Thread-safe.
 */
public final class Measure {
  private static final int MOST_INTEGER_DIGITS = 38;

  private final Condition qualifies;
  private final @Nullable Value value;

  private Measure(Condition qualifies, @Nullable Value value) {
    this.qualifies = qualifies;
    this.value = value;
  }

  /**
   * Compiles a SUM or COUNT metric.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault when an expression is refused
   */
  static Measure of(MetricVersion metric, ExpressionCompiler compiler) {
    return new Measure(
        compiler.condition(metric.qualifies()),
        metric.aggregation() == Aggregation.COUNT
            ? null
            : compiler.value(Objects.requireNonNull(metric.value(), "value of " + metric.key())));
  }

  /** What the whole sale contributes; nothing when it does not count. */
  public Optional<Contribution> of(String type, SalesEvent sale) {
    Variables variables = EventVariables.of(type, sale);
    return result(qualifies.evaluate(variables))
        .filter(yes -> yes)
        .flatMap(yes -> valueOf(variables));
  }

  private Optional<Contribution> valueOf(Variables variables) {
    Optional<BigDecimal> numerator =
        value == null ? Optional.of(BigDecimal.ONE) : result(value.evaluate(variables));
    return numerator
        .filter(number -> Digits.integerDigits(number) <= MOST_INTEGER_DIGITS)
        .map(number -> new Contribution(Digits.rounded(number, Digits.FRACTION), null, null));
  }

  private static <T> Optional<T> result(Evaluation<T> evaluation) {
    return switch (evaluation) {
      case Evaluation.Result<T> result -> Optional.of(result.value());
      case Evaluation.Failure<T> failure -> Optional.empty();
    };
  }
}
