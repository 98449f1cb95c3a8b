package dev.milepost.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.expression.Evaluation.Result;
import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever way two numbers enter an expression, they behave as the decimals they are. */
class DecimalPropertyTest {
  private final ExpressionCompiler compiler = new ExpressionCompiler();

  @Property(tries = 200)
  void arithmeticIsThatOfBigDecimal(
      @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    assertThat(value("+", a, b)).isEqualTo(a.add(b));
    assertThat(value("-", a, b)).isEqualTo(a.subtract(b));
    assertThat(value("*", a, b)).isEqualTo(a.multiply(b));
  }

  @Property(tries = 200)
  void divisionKeeps34Digits(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    Assume.that(b.signum() != 0);

    assertThat(value("/", a, b)).isEqualTo(a.divide(b, MathContext.DECIMAL128));
    assertThat(value("%", a, b)).isEqualTo(a.remainder(b));
  }

  @Property(tries = 200)
  void comparisonIsNumeric(@ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    int sign = a.compareTo(b);

    assertThat(condition("<", a, b)).isEqualTo(sign < 0);
    assertThat(condition("<=", a, b)).isEqualTo(sign <= 0);
    assertThat(condition(">", a, b)).isEqualTo(sign > 0);
    assertThat(condition(">=", a, b)).isEqualTo(sign >= 0);
    assertThat(condition("==", a, b)).isEqualTo(sign == 0);
    assertThat(condition("!=", a, b)).isEqualTo(sign != 0);
  }

  @Property(tries = 200)
  void trailingZerosMakeNoDifference(@ForAll("decimals") BigDecimal a) {
    assertThat(condition("==", a, a.setScale(a.scale() + 3))).isTrue();
  }

  @Property(tries = 200)
  void literalIsTheNumberThatIsWritten(@ForAll("decimals") BigDecimal a) {
    String literal = a.scale() == 0 ? a + ".0" : a.toPlainString();

    BigDecimal value = result(compiler.value(literal).evaluate(Sales.won()));

    assertThat(value).isEqualByComparingTo(a);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(
            Arbitraries.bigIntegers()
                .between(
                    BigDecimal.TEN.pow(30).negate().toBigInteger(),
                    BigDecimal.TEN.pow(30).toBigInteger()),
            Arbitraries.integers().between(0, 20))
        .as(BigDecimal::new);
  }

  private BigDecimal value(String operator, BigDecimal a, BigDecimal b) {
    return result(
        compiler
            .value("event.attributes.a %s event.attributes.b".formatted(operator))
            .evaluate(variables(a, b)));
  }

  private boolean condition(String operator, BigDecimal a, BigDecimal b) {
    String source = "event.attributes.a %1$s event.attributes.b".formatted(operator);
    return result(compiler.condition(source).evaluate(variables(a, b)));
  }

  private static Variables variables(BigDecimal a, BigDecimal b) {
    return Sales.withAttributes("{'a': %s, 'b': %s}".formatted(a, b));
  }

  private static <T> T result(Evaluation<T> evaluation) {
    assertThat(evaluation).isInstanceOf(Result.class);
    return ((Result<T>) evaluation).value();
  }
}
