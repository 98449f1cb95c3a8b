package dev.milepost.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionFaultTest {
  private final ExpressionCompiler compiler = new ExpressionCompiler();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          event.amuont > 0            | 6  | undefined field 'amuont'
          true && evnt.amount > 0     | 9  | undeclared reference to 'evnt'
          event.amount > 'x'          | 14 | found no matching overload for '>' applied to '(decimal, string)'
          event.occurredAt > 'x'      | 18 | found no matching overload for '>' applied to '(Timestamp, string)'
          event.amount >              | 15 | unexpected end of the expression
          event.amount.net > 1        | 13 | type 'decimal' does not support field selection
          event.stage in [1, 2]       | 13 | found no matching overload for 'in' applied to '(string, list(int))'
          event.customer              | 1  | a condition cannot be of type string
          event.amount                | 1  | a condition cannot be of type decimal
          double(event.amount) > 1    | 7  | undeclared reference to 'double'
          event.amount > 1e9999       | 16 | the number has too many digits
          event.amount > 1e9999999999 | 16 | the number has too many digits
          'a😀' == event.stgae        | 14 | undefined field 'stgae'
          """)
  void conditionIsRefusedWithThePositionOfTheFault(String source, int column, String message) {
    ExpressionFault fault = fault(compiler::condition, source);

    assertThat(fault).hasMessage(message);
    assertThat(fault.line()).isEqualTo(1);
    assertThat(fault.column()).isEqualTo(column);
  }

  @Test
  void tellsTheLine() {
    ExpressionFault fault = fault(compiler::condition, "event.amount > 0\n  && event.amuont < 9");

    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource({
    "event.stage, string",
    "event.amount > 0, bool",
    "1u, uint",
    "null, null_type",
    "[1.5], list",
    "event, SalesEvent",
    "event.attributes, map"
  })
  void valueThatIsNoNumberIsRefused(String source, String type) {
    assertThat(fault(compiler::value, source)).hasMessage("a value cannot be of type " + type);
  }

  @Test
  void keyThatIsNoTextIsRefused() {
    assertThat(fault(compiler::key, "event.amount > 0")).hasMessage("a key cannot be of type bool");
  }

  private static ExpressionFault fault(Consumer<String> compile, String source) {
    return catchThrowableOfType(ExpressionFault.class, () -> compile.accept(source));
  }
}
