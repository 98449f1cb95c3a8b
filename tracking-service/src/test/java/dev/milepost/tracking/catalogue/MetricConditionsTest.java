package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.MetricVersion;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.expression.ExpressionCompiler;
import dev.milepost.tracking.catalogue.MetricConditions.Kind;
import dev.milepost.tracking.catalogue.MetricConditions.Miss;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetricConditionsTest {
  private static final String TYPE = "dev.milepost.sales.deal.won";
  private static final Supplier<BigDecimal> AMOUNT = () -> BigDecimal.TEN;
  private static final ExpressionCompiler COMPILER = new ExpressionCompiler();

  @Test
  void namesTheFirstPartOfAConditionThatIsFalse() {
    assertThat(miss("event.amount > 1 && event.amount > 100 && event.amount > 200", "1"))
        .contains(new Miss(Kind.CONDITION_NOT_MET, "event.amount > 100", null));
  }

  @Test
  void namesWhatIsFalseBeforeWhatCannotBeSaid() {
    assertThat(miss("event.stage == 'WON' && event.amount > 100", "1"))
        .contains(new Miss(Kind.CONDITION_NOT_MET, "event.amount > 100", null));
  }

  @Test
  void saysWhatTheEventDoesNotHave() {
    assertThat(miss("event.amount > 1 && event.stage == 'WON'", "1"))
        .contains(
            new Miss(
                Kind.CONDITION_NOT_ANSWERED, "event.stage == 'WON'", "the event has no stage"));
    assertThat(miss("true", "event.quantity"))
        .contains(new Miss(Kind.VALUE_NOT_ANSWERED, "event.quantity", "the event has no quantity"));
  }

  @Test
  void saysThatAValueIsTooLarge() {
    String huge = "event.amount * 1000000000000000000.0 * 1000000000000000000.0 * 1000.0";

    assertThat(miss("true", huge)).contains(new Miss(Kind.VALUE_OUT_OF_RANGE, huge, null));
  }

  @Test
  void findsNothingWrongExactlyWhereTheMeasureCounts() {
    for (String condition :
        List.of(
            "true",
            "false",
            "event.amount > 1 || event.stage == 'WON'",
            "event.stage == 'WON' || event.amount > 100",
            "(event.amount > 1 && event.amount < 100) && event.currency == 'USD'",
            "has(event.stage) ? event.stage == 'WON' : event.amount > 1")) {
      boolean counts =
          Measure.of(metric(condition, "1"), COMPILER).of(TYPE, sale(), AMOUNT).isPresent();
      assertThat(miss(condition, "1").isEmpty()).as(condition).isEqualTo(counts);
    }
  }

  private static Optional<Miss> miss(String qualifies, String value) {
    return MetricConditions.of(metric(qualifies, value), COMPILER).miss(TYPE, sale(), AMOUNT);
  }

  private static SalesEvent sale() {
    return SoldEvents.sale("ann", List.of(), "10", "2017-11-05T10:00:00Z");
  }

  private static MetricVersion metric(String qualifies, String value) {
    return new MetricVersion(
        "m",
        1,
        "m",
        "USD",
        Aggregation.SUM,
        Direction.INCREASE,
        qualifies,
        value,
        null,
        null,
        false,
        null,
        null,
        World.START,
        null,
        null);
  }
}
