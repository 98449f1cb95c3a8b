package dev.milepost.tracking.catalogue;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.Conjunct;
import dev.milepost.runtime.expression.Evaluation;
import dev.milepost.runtime.expression.EventVariables;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.Variables;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a metric asks of a sale, condition by condition, to tell why one does not
 * count. Counting itself never asks here: {@link Measure} decides, and this explains.
 */
public final class MetricConditions {
  private final List<Conjunct> qualifies;
  private final @Nullable String valueSource;
  private final @Nullable Function<Variables, Evaluation<?>> value;

  private MetricConditions(
      List<Conjunct> qualifies,
      @Nullable String valueSource,
      @Nullable Function<Variables, Evaluation<?>> value) {
    this.qualifies = qualifies;
    this.valueSource = valueSource;
    this.value = value;
  }

  /** What a condition came to. */
  public enum Kind {
    /** It is false. */
    CONDITION_NOT_MET,
    /** It asks for something that the sale does not have. */
    CONDITION_NOT_ANSWERED,
    /** The value asks for something that the sale does not have. */
    VALUE_NOT_ANSWERED,
    /** The value has too many digits. */
    VALUE_OUT_OF_RANGE
  }

  /**
   * The first thing about a sale that does not fit.
   *
   * @param kind what is wrong with it
   * @param expression the part of the metric's condition, or its value, as its author wrote it
   * @param failure what the sale does not have, in words; null when it is false or too large
   */
  public record Miss(Kind kind, String expression, @Nullable String failure) {}

  /**
   * Takes the expressions of a metric apart. Of a RATIO it is the denominator's condition that
   * decides whether a sale is looked at, where there is one.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault when an expression is refused
   */
  public static MetricConditions of(MetricVersion metric, ExpressionCompiler compiler) {
    boolean wider = metric.aggregation() == Aggregation.RATIO && wide(metric) != null;
    String condition = wider ? Objects.requireNonNull(wide(metric)) : metric.qualifies();
    String value = wider ? metric.denominatorValue() : metric.value();
    if (metric.aggregation() == Aggregation.COUNT || value == null) {
      return new MetricConditions(compiler.conjuncts(condition), null, null);
    }
    return new MetricConditions(
        compiler.conjuncts(condition),
        value,
        metric.aggregation() == Aggregation.DISTINCT_COUNT
            ? compiler.key(value)::evaluate
            : compiler.value(value)::evaluate);
  }

  private static @Nullable String wide(MetricVersion metric) {
    return metric.denominatorQualifies();
  }

  /**
   * The first condition that does not hold, and without one the value's fault: a condition that is
   * false decides, whatever else the sale does not have.
   *
   * @param amount the sale's amount in the metric's unit, or null
   */
  public Optional<Miss> miss(String type, SalesEvent sale, Supplier<@Nullable BigDecimal> amount) {
    Variables variables = EventVariables.of(type, sale, amount);
    return unmet(variables).or(() -> unanswered(variables)).or(() -> withoutValue(variables));
  }

  private Optional<Miss> unmet(Variables variables) {
    return qualifies.stream()
        .filter(part -> part.condition().evaluate(variables).equals(new Evaluation.Result<>(false)))
        .map(part -> new Miss(Kind.CONDITION_NOT_MET, part.source(), null))
        .findFirst();
  }

  private Optional<Miss> unanswered(Variables variables) {
    return qualifies.stream()
        .flatMap(
            part ->
                failure(part.condition().evaluate(variables))
                    .map(why -> new Miss(Kind.CONDITION_NOT_ANSWERED, part.source(), why))
                    .stream())
        .findFirst();
  }

  private Optional<Miss> withoutValue(Variables variables) {
    if (value == null || valueSource == null) {
      return Optional.empty();
    }
    Evaluation<?> result = value.apply(variables);
    return failure(result)
        .map(why -> new Miss(Kind.VALUE_NOT_ANSWERED, valueSource, why))
        .or(
            () ->
                Measure.isOutOfRange(result)
                    ? Optional.of(new Miss(Kind.VALUE_OUT_OF_RANGE, valueSource, null))
                    : Optional.empty());
  }

  private static Optional<String> failure(Evaluation<?> evaluation) {
    return switch (evaluation) {
      case Evaluation.Failure<?> failure -> Optional.of(failure.reason());
      case Evaluation.Result<?> result -> Optional.empty();
    };
  }
}
