package dev.milepost.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.expression.Evaluation.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConjunctsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a && b && c                              ~ a;b;c
          (a && (b && c)) && d                     ~ a;b;c;d
          ((a && b))                               ~ a;b
          a == 'x && y' && b == "p && \\" && q"    ~ a == 'x && y';b == "p && \\" && q"
          a == r'\\' && b                          ~ a == r'\\';b
          f(a && b) && [c && d][0]                 ~ f(a && b);[c && d][0]
          (a || b) && c                            ~ a || b;c
          (a) == (b && c)                          ~ (a) == (b && c)
          """)
  void takesApartWhatHasToHoldTogether(String source, String parts) {
    assertThat(Conjuncts.split(source)).containsExactly(parts.split(";"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a && b || c", "a ? b : c && d", "a || b", "!(a && b)", "a"})
  void leavesWholeWhatIsJoinedOtherwise(String source) {
    assertThat(Conjuncts.split(source)).containsExactly(source);
  }

  @Test
  void takesACommentForNothing() {
    assertThat(Conjuncts.split("a // not && this\n && b")).containsExactly("a // not && this", "b");
  }

  @Test
  void compilesEachPartOfACondition() {
    List<Conjunct> parts =
        new ExpressionCompiler().conjuncts("event.amount > 0 && (event.stage == 'Lost' && true)");

    assertThat(parts)
        .extracting(Conjunct::source)
        .containsExactly("event.amount > 0", "event.stage == 'Lost'", "true");
    assertThat(parts)
        .extracting(part -> part.condition().evaluate(Sales.won()))
        .containsExactly(new Result<>(true), new Result<>(false), new Result<>(true));
  }

  @Test
  void keepsAConditionWholeWhosePartsCannotStandAlone() {
    String source = "event.stage == \"\"\"a \\\"\"\" && b\"\"\" && event.amount > 0";

    assertThat(new ExpressionCompiler().conjuncts(source)).isNotEmpty();
  }
}
