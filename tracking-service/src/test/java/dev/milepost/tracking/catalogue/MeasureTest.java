package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  @Test
  void countsASaleInTheNumeratorTheDenominatorOrBothOfARatio() {
    Measure margin =
        ratio("event.amount > 10", "event.amount - 10", "event.amount < 100", "event.amount");

    assertThat(judge(margin, "50"))
        .isEqualTo(counts(Contribution.ratio(new BigDecimal("40"), new BigDecimal("50"))));
    assertThat(judge(margin, "200"))
        .isEqualTo(counts(Contribution.ratio(new BigDecimal("190"), null)));
    assertThat(judge(margin, "5"))
        .isEqualTo(counts(Contribution.ratio(BigDecimal.ZERO, new BigDecimal("5"))));
    assertThat(Contribution.ratio(BigDecimal.TEN, null).sample()).isZero();
  }

  @Test
  void saysWhyASaleDoesNotCount() {
    assertThat(judge(metric(Aggregation.SUM, "event.amount > 100", "event.amount"), "5"))
        .isEqualTo(new Verdict.DoesNotCount(Verdict.Reason.NOT_QUALIFYING));
    assertThat(judge(metric(Aggregation.DISTINCT_COUNT, "true", "event.customer"), "5"))
        .isEqualTo(new Verdict.DoesNotCount(Verdict.Reason.NO_VALUE));
    assertThat(judge(metric(Aggregation.DISTINCT_COUNT, "true", "'" + "k".repeat(501) + "'"), "5"))
        .isEqualTo(new Verdict.DoesNotCount(Verdict.Reason.TOO_LARGE));
  }

  @Test
  void asksForTheAmountOnlyWhenAnExpressionDoes() {
    SalesEvent sale = SoldEvents.sale("ann", List.of(), "7", "2017-11-05T10:00:00Z");
    Supplier<BigDecimal> nobodyAsks =
        () -> {
          throw new AssertionError("nothing depends on the amount");
        };

    assertThat(measure("2").of("dev.milepost.sales.deal.won", sale, nobodyAsks)).isPresent();
    assertThat(measure("event.amount").of("dev.milepost.sales.deal.won", sale, () -> null))
        .isEmpty();
  }

  private static Verdict counts(Contribution contribution) {
    return new Verdict.Counts(contribution);
  }

  private static Verdict judge(Measure measure, String amount) {
    return measure.judge(
        "dev.milepost.sales.deal.won",
        SoldEvents.sale("ann", List.of(), "7", "2017-11-05T10:00:00Z"),
        () -> new BigDecimal(amount));
  }

  private static Optional<BigDecimal> value(String expression, String amount) {
    return measure(expression)
        .of(
            "dev.milepost.sales.deal.won",
            SoldEvents.sale("ann", List.of(), "7", "2017-11-05T10:00:00Z"),
            () -> new BigDecimal(amount))
        .map(Contribution::numerator);
  }

  private static Measure measure(String value) {
    return metric(Aggregation.SUM, "true", value);
  }

  private static Measure metric(Aggregation aggregation, String qualifies, String value) {
    return measure(aggregation, qualifies, value, null, null);
  }

  private static Measure ratio(String qualifies, String value, String below, String divisor) {
    return measure(Aggregation.RATIO, qualifies, value, below, divisor);
  }

  private static Measure measure(
      Aggregation aggregation, String qualifies, String value, String below, String divisor) {
    return Measure.of(
        new MetricVersion(
            "m",
            1,
            "m",
            "USD",
            aggregation,
            Direction.INCREASE,
            qualifies,
            value,
            below,
            divisor,
            false,
            null,
            null,
            World.START,
            null,
            null),
        new ExpressionCompiler());
  }
}
