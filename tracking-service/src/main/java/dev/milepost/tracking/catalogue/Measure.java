package dev.milepost.tracking.catalogue;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.Condition;
import dev.milepost.runtime.expression.Evaluation;
import dev.milepost.runtime.expression.EventVariables;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.runtime.expression.Key;
import dev.milepost.runtime.expression.Value;
import dev.milepost.runtime.expression.Variables;
import dev.milepost.tracking.catalogue.Verdict.Counts;
import dev.milepost.tracking.catalogue.Verdict.DoesNotCount;
import dev.milepost.tracking.catalogue.Verdict.Reason;
import dev.milepost.tracking.sale.Digits;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One version of a metric, compiled: which sales count, and for how much. An expression that asks
 * for something the sale does not have makes the sale not count; so does a result of more than 38
 * digits before the point, or a key of more than 500 characters. Of the digits after the point 18
 * stay, HALF_EVEN. Thread-safe.
 */
public final class Measure {
  private static final int MOST_INTEGER_DIGITS = 38;
  private static final int LONGEST_KEY = 500;

  private final MetricVersion metric;
  private final Function<Variables, Verdict> rule;

  private Measure(MetricVersion metric, Function<Variables, Verdict> rule) {
    this.metric = metric;
    this.rule = rule;
  }

  /**
   * Compiles a metric.
   *
   * @throws dev.milepost.runtime.expression.ExpressionFault when an expression is refused
   */
  public static Measure of(MetricVersion metric, ExpressionCompiler compiler) {
    Condition qualifies = compiler.condition(metric.qualifies());
    return new Measure(
        metric,
        switch (metric.aggregation()) {
          case COUNT -> when(qualifies, sale -> new Counts(Contribution.sum(BigDecimal.ONE)));
          case SUM -> when(qualifies, number(compiler.value(valueOf(metric)), Contribution::sum));
          case AVERAGE ->
              when(qualifies, number(compiler.value(valueOf(metric)), Contribution::average));
          case LATEST ->
              when(qualifies, number(compiler.value(valueOf(metric)), Contribution::latest));
          case DISTINCT_COUNT -> when(qualifies, key(compiler.key(valueOf(metric))));
          case RATIO -> ratio(qualifies, metric, compiler);
        });
  }

  /** The version of the metric. */
  public MetricVersion metric() {
    return metric;
  }

  /** When events count that are returns of earlier ones. */
  public Returns returns() {
    return metric.returnsOrDefault();
  }

  /** Whether a key counts only if no sale before the goal's period had it. */
  public boolean isFirstEver() {
    return metric.aggregation() == MetricVersion.Aggregation.DISTINCT_COUNT && metric.firstEver();
  }

  /**
   * What the whole sale contributes; nothing when it does not count.
   *
   * @param amount the sale's amount in the metric's unit, or null; asked only when an expression
   *     asks for it
   */
  public Optional<Contribution> of(
      String type, SalesEvent sale, Supplier<@Nullable BigDecimal> amount) {
    return judge(type, sale, amount) instanceof Counts counts
        ? Optional.of(counts.contribution())
        : Optional.empty();
  }

  /**
   * Whether the sale counts, and if not, why.
   *
   * @param amount the sale's amount in the metric's unit, or null; asked only when an expression
   *     asks for it
   */
  Verdict judge(String type, SalesEvent sale, Supplier<@Nullable BigDecimal> amount) {
    return rule.apply(EventVariables.of(type, sale, amount));
  }

  private static Function<Variables, Verdict> when(
      Condition qualifies, Function<Variables, Verdict> counting) {
    return sale ->
        result(qualifies.evaluate(sale)).filter(yes -> yes).isPresent()
            ? counting.apply(sale)
            : new DoesNotCount(Reason.NOT_QUALIFYING);
  }

  private static Function<Variables, Verdict> number(
      Value value, Function<BigDecimal, Contribution> contribution) {
    return sale ->
        result(value.evaluate(sale))
            .<Verdict>map(
                number ->
                    Digits.integerDigits(number) > MOST_INTEGER_DIGITS
                        ? new DoesNotCount(Reason.TOO_LARGE)
                        : new Counts(contribution.apply(Digits.rounded(number, Digits.FRACTION))))
            .orElseGet(() -> new DoesNotCount(Reason.NO_VALUE));
  }

  private static Function<Variables, Verdict> key(Key key) {
    return sale ->
        result(key.evaluate(sale))
            .<Verdict>map(
                found ->
                    found.length() > LONGEST_KEY
                        ? new DoesNotCount(Reason.TOO_LARGE)
                        : new Counts(Contribution.key(found)))
            .orElseGet(() -> new DoesNotCount(Reason.NO_VALUE));
  }

  /** A sale counts when it is in the numerator, in the denominator, or in both. */
  private static Function<Variables, Verdict> ratio(
      Condition qualifies, MetricVersion metric, ExpressionCompiler compiler) {
    String divisor = metric.denominatorValue();
    Function<Variables, Verdict> above =
        when(qualifies, number(compiler.value(valueOf(metric)), Contribution::sum));
    Function<Variables, Verdict> below =
        when(
            compiler.condition(Objects.requireNonNull(metric.denominatorQualifies())),
            divisor == null
                ? sale -> new Counts(Contribution.sum(BigDecimal.ONE))
                : number(compiler.value(divisor), Contribution::sum));
    return sale -> ratio(above.apply(sale), below.apply(sale));
  }

  private static Verdict ratio(Verdict above, Verdict below) {
    BigDecimal divisor = numberOf(below);
    BigDecimal dividend = numberOf(above);
    return dividend == null && divisor == null
        ? below
        : new Counts(Contribution.ratio(dividend == null ? BigDecimal.ZERO : dividend, divisor));
  }

  private static @Nullable BigDecimal numberOf(Verdict verdict) {
    return verdict instanceof Counts counts ? counts.contribution().numerator() : null;
  }

  private static String valueOf(MetricVersion metric) {
    return Objects.requireNonNull(metric.value(), () -> "value of " + metric.key());
  }

  /** Whether it is a number with more digits than count. */
  static boolean isOutOfRange(Evaluation<?> evaluation) {
    return evaluation instanceof Evaluation.Result<?>(BigDecimal number) && isOutOfRange(number);
  }

  private static boolean isOutOfRange(BigDecimal number) {
    return Digits.integerDigits(number) > MOST_INTEGER_DIGITS;
  }

  private static <T> Optional<T> result(Evaluation<T> evaluation) {
    return switch (evaluation) {
      case Evaluation.Result<T> result -> Optional.of(result.value());
      case Evaluation.Failure<T> failure -> Optional.empty();
    };
  }
}
