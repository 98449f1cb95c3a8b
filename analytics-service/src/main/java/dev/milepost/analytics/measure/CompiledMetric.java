package dev.milepost.analytics.measure;

import dev.milepost.contract.MetricVersion;
import dev.milepost.runtime.expression.Condition;
import dev.milepost.runtime.expression.Evaluation;
import dev.milepost.runtime.expression.EventVariables;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.Key;
import dev.milepost.runtime.expression.Value;
import dev.milepost.runtime.expression.Variables;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One version of a metric, ready to measure sales with. Safe for use by any number of threads. */
final class CompiledMetric {
  private final String key;
  private final int version;
  private final Function<Variables, Optional<Contribution>> rule;

  private CompiledMetric(MetricVersion metric, Function<Variables, Optional<Contribution>> rule) {
    this.key = metric.key();
    this.version = metric.version();
    this.rule = rule;
  }

  /**
   * Compiles a version of a metric.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault if one of its expressions is refused
   */
  static CompiledMetric compile(MetricVersion metric, ExpressionCompiler compiler) {
    Condition qualifies = compiler.condition(metric.qualifies());
    return new CompiledMetric(
        metric,
        switch (metric.aggregation()) {
          case COUNT -> when(qualifies, event -> Optional.of(Contribution.ONE));
          case SUM, AVERAGE, LATEST -> {
            Value value = compiler.value(valueOf(metric));
            yield when(qualifies, event -> result(value.evaluate(event)).map(Contribution::of));
          }
          case DISTINCT_COUNT -> {
            Key counted = compiler.key(valueOf(metric));
            yield when(
                qualifies, event -> result(counted.evaluate(event)).map(Contribution::ofKey));
          }
          case RATIO -> ratio(qualifies, metric, compiler);
        });
  }

  String key() {
    return key;
  }

  int version() {
    return version;
  }

  /**
   * What a sale contributes; empty when it does not qualify. An expression that asks for something
   * the sale does not have, or yields nothing of use, does not qualify it.
   */
  Optional<Contribution> measure(Sale sale) {
    return rule.apply(EventVariables.of(sale.type(), sale.data()));
  }

  private static Function<Variables, Optional<Contribution>> ratio(
      Condition qualifies, MetricVersion metric, ExpressionCompiler compiler) {
    var numerator = part(qualifies, compiler.value(valueOf(metric)));
    var denominator =
        part(
            compiler.condition(Objects.requireNonNull(metric.denominatorQualifies())),
            valueOrOne(metric.denominatorValue(), compiler));
    return event -> {
      Optional<BigDecimal> above = numerator.apply(event);
      Optional<BigDecimal> below = denominator.apply(event);
      return above.isEmpty() && below.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Contribution(above.orElse(BigDecimal.ZERO), below.orElse(BigDecimal.ZERO), null));
    };
  }

  private static Value valueOrOne(@Nullable String source, ExpressionCompiler compiler) {
    return source == null
        ? event -> new Evaluation.Result<>(BigDecimal.ONE)
        : compiler.value(source);
  }

  private static Function<Variables, Optional<BigDecimal>> part(Condition qualifies, Value value) {
    return when(qualifies, event -> result(value.evaluate(event)));
  }

  private static <T> Function<Variables, Optional<T>> when(
      Condition qualifies, Function<Variables, Optional<T>> contribution) {
    return event ->
        result(qualifies.evaluate(event))
            .filter(yes -> yes)
            .flatMap(yes -> contribution.apply(event));
  }

  private static <T> Optional<T> result(Evaluation<T> evaluation) {
    return switch (evaluation) {
      case Evaluation.Result<T>(T value) -> Optional.of(value);
      case Evaluation.Failure<T> failure -> Optional.empty();
    };
  }

  private static String valueOf(MetricVersion metric) {
    return Objects.requireNonNull(metric.value(), "a value is required");
  }
}
