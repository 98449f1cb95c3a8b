package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureTest {

  @Test
  void keepsEighteenDigitsOfAResult() {
    assertThat(value("event.amount / 3", "200")).contains(new BigDecimal("66.666666666666666667"));
    assertThat(value("event.amount * 0.5", "0.1")).contains(new BigDecimal("0.05"));
  }

  @Test
  void countsNothingThatNobodyCouldRead() {
    String huge = "event.amount * event.amount * event.amount";

    assertThat(value(huge, "10000000000000")).isEmpty();
    assertThat(value(huge, "1000000000000"))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("1e36"));
    assertThat(value(huge, "0"))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0"));
  }

  private static Optional<BigDecimal> value(String expression, String amount) {
    return measure(expression)
        .of(
            "dev.milepost.sales.deal.won",
            World.sale("ann", List.of(), amount, "2017-11-05T10:00:00Z"))
        .map(Contribution::numerator);
  }

  private static Measure measure(String value) {
    return Measure.of(
        new MetricVersion(
            "m",
            1,
            "m",
            "USD",
            Aggregation.SUM,
            Direction.INCREASE,
            "true",
            value,
            null,
            null,
            false,
            null,
            null,
            World.START),
        new ExpressionCompiler());
  }
}
