package dev.milepost.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.milepost.runtime.expression.Evaluation.Failure;
import dev.milepost.runtime.expression.Evaluation.Result;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileExpressionTest {
  /** Such numbers are refused when an event is read; the language does not rely on it. */
  private static final Variables EXTREMES =
      Sales.withAttributes(
          Map.of("huge", new BigDecimal("1e999999999"), "tiny", new BigDecimal("1e-999999999")));

  private final ExpressionCompiler compiler = new ExpressionCompiler();

  static Stream<String> tooCostly() {
    return Stream.of(
        "true" + " || event.stage == 'x'".repeat(300),
        "1" + "+1".repeat(1_000) + " > 0",
        "(".repeat(1_000) + "true" + ")".repeat(1_000),
        "[".repeat(1_000) + "]".repeat(1_000) + " == []",
        "true ? ".repeat(500) + "true" + " : false".repeat(500),
        "event.amount" + " * event.amount".repeat(200) + " > 0",
        "event.stage == '" + "x".repeat(4_000) + "'");
  }

  @ParameterizedTest
  @MethodSource("tooCostly")
  void costlyExpressionIsRefused(String source) {
    assertThatExceptionOfType(ExpressionFault.class)
        .isThrownBy(() -> compiler.condition(source))
        .withMessageContaining("limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "'",
        "\"",
        "event.",
        "&&",
        "@in(1)",
        "\u0000",
        "event.amount > 0 #",
        "event.amount > 0; true",
        "event['amount'] > 0",
        "__result__",
        "type(event) == int",
        "google.protobuf.DoubleValue{value: 1.5} == 1.5",
        "java.lang.Runtime",
        "\ud800",
      })
  void nonsenseIsRefused(String source) {
    assertThatExceptionOfType(ExpressionFault.class).isThrownBy(() -> compiler.condition(source));
  }

  @Test
  void nestedLoopsAreCutOff() {
    String tens = IntStream.range(0, 20).boxed().toList().toString();
    Condition nested =
        compiler.condition("%1$s.all(a, %1$s.all(b, %1$s.all(c, a >= 0)))".formatted(tens));

    assertThat(nested.evaluate(Sales.won()))
        .isEqualTo(new Failure<>("Iteration budget exceeded: 1000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.attributes.huge + 1", "event.attributes.tiny * 2", "event.attributes.huge",
        "1 / event.attributes.tiny", "decimal('1e999999999')", "-event.attributes.huge",
      })
  void numberTooLargeToComputeWithFails(String source) {
    assertThat(compiler.value(source).evaluate(EXTREMES))
        .isEqualTo(new Failure<>("a number has more than 1000 digits before or after the point"));
  }

  @Test
  void numbersOfAnySizeCompare() {
    assertThat(
            compiler
                .condition("event.attributes.huge > 1 && event.attributes.tiny < 1")
                .evaluate(EXTREMES))
        .isEqualTo(new Result<>(true));
  }

  @Test
  void backtrackingPatternIsHarmless() {
    Variables event = Sales.withAttributes("{'text': '%s!'}".formatted("a".repeat(10_000)));

    assertThat(compiler.condition("event.attributes.text.matches('^(a+)+$')").evaluate(event))
        .isEqualTo(new Result<>(false));
  }
}
