package dev.milepost.runtime.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.runtime.expression.Evaluation.Failure;
import dev.milepost.runtime.expression.Evaluation.Result;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionCompilerTest {
  private final ExpressionCompiler compiler = new ExpressionCompiler();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.type == 'dev.milepost.sales.deal.won' && event.amount > 0",
        "event.participantId == 'darcel-schlecht' && event.currency == 'USD'",
        "event.stage in ['Won', 'Lost']",
        "event.product.startsWith('GTX') && event.product.matches('^GTX (Pro|Basic)$')",
        "event.occurredAt >= timestamp('2017-10-01T00:00:00Z')",
        "event.occurredAt.getMonth('America/New_York') == 9",
        "event.amount == 1054 && 1054 == event.amount && event.amount == 1054.0",
        "event.amount != 1054.001 && !(event.amount != 1054)",
        "event.quantity % 2 == 0 && event.quantity in [1, 2] && event.quantity in [1.0, 2.0]",
        "-event.amount < -0.5",
        "event.attributes.region == 'west' && event.attributes['region'] == 'west'",
        "'region' in event.attributes && !('nothing' in event.attributes)",
        "event.attributes.seats == 3 && event.attributes.seats > 2.5 && 4 > event.attributes.seats",
        "event.attributes.discount == 0.1 && event.attributes.discount in [0.1, 1]",
        "event.attributes.discount + event.attributes.seats == 3.1",
        "event.attributes.scores == [9, 10, null] && 10 in event.attributes.scores",
        "event.attributes.scores[0] == 9",
        "event.attributes.flags == {'renewal': true} && event.attributes.flags.renewal",
        "[0.5, 2.0].exists(x, x == event.quantity)",
        "has(event.stage) && !has(event.customer) && !has(event.attributes.nothing)",
        "true || event.customer == 'A-1'",
      })
  void holdsForTheSale(String source) {
    assertThat(compiler.condition(source).evaluate(Sales.won())).isEqualTo(new Result<>(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event.amount * 0.2                          | 210.800
          event.amount / 3                            | 351.3333333333333333333333333333333
          has(event.quantity) ? event.quantity : 1.0  | 2
          event.attributes.seats                      | 3
          3 / 2                                       | 1
          3.0 / 2                                     | 1.5
          0.1 + 0.2                                   | 0.3
          0.12345678901234567890123456789012345       | 0.12345678901234567890123456789012345
          - 1.5e-3                                    | -0.0015
          decimal('1.50') + decimal(2)                | 3.50
          size(event.attributes.scores)               | 3
          """)
  void valueIsExact(String source, BigDecimal expected) {
    assertThat(compiler.value(source).evaluate(Sales.won())).isEqualTo(new Result<>(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "event.product, GTX Pro",
    "event.attributes.region, west",
    "event.attributes.discount, 0.1",
    "size(event.product), 7",
    "string(event.amount), 1054",
    "event.currency + ':' + event.product, USD:GTX Pro"
  })
  void keyIsATextOrANumber(String source, String expected) {
    assertThat(compiler.key(source).evaluate(Sales.won())).isEqualTo(new Result<>(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          event.customer == 'A-1'         | the event has no customer
          event.attributes.colour == 1    | key 'colour' is not present in map.
          event.amount / 0 > 1            | division by zero
          event.amount % 0.0 > 1          | division by zero
          1 / 0 > 1                       | / by zero
          event.attributes.region > 1     | No matching overload for function '>'.
          event.attributes.region         | the result is not true or false
          decimal(event.stage) > 1        | decimal() needs a number such as "1.5"
          9223372036854775807 + 1 > 0     | long overflow
          """)
  void failureIsNotFalse(String source, String reason) {
    assertThat(compiler.condition(source).evaluate(Sales.won())).isEqualTo(new Failure<>(reason));
  }

  @Test
  void valueOfAnAttributeThatIsNoNumberFails() {
    assertThat(compiler.value("event.attributes.region").evaluate(Sales.won()))
        .isEqualTo(new Failure<>("the result is not a number"));
  }

  @Test
  void keyOfAnAttributeThatIsAListFails() {
    assertThat(compiler.key("event.attributes.scores").evaluate(Sales.won()))
        .isEqualTo(new Failure<>("the result is not a text or a number"));
  }

  @Test
  void eventWithNothingButItsTimeHasNothingElse() {
    Condition nothing =
        compiler.condition(
            "!has(event.participantId) && !has(event.amount) && !has(event.currency)"
                + " && !has(event.quantity) && !has(event.documentId) && !has(event.entityKey)"
                + " && !has(event.reason) && !has(event.returnOf) && event.attributes.size() == 0");

    assertThat(nothing.evaluate(Sales.withAttributes("{}"))).isEqualTo(new Result<>(true));
  }

  @Test
  void returnTellsWhatItIsAReturnOf() {
    Condition ofErp = compiler.condition("has(event.returnOf) && event.returnOf.source == '/erp'");
    Variables sent =
        Sales.event(
            "{'occurredAt': '2018-01-09T10:30:00Z', 'returnOf': {'source': '/erp', 'id': '7'}}");

    assertThat(ofErp.evaluate(sent)).isEqualTo(new Result<>(true));
    assertThat(compiler.key("event.returnOf.id").evaluate(sent)).isEqualTo(new Result<>("7"));
  }
}
