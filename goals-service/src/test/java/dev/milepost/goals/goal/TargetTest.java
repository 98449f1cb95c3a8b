package dev.milepost.goals.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({"100, 10, 110", "200, 20, 240", "1234.56, 7.5, 1327.152", "80, -12.5, 70"})
  void growsFromTheBaselineWithoutRounding(String baseline, String percent, String value) {
    Target target = new Target(new BigDecimal(baseline), null, new BigDecimal(percent), null);

    assertThat(target.value()).isEqualTo(new BigDecimal(value));
  }

  @Test
  void isUnknownUntilItIsGiven() {
    assertThat(new Target(null, null, BigDecimal.TEN, null).value()).isNull();
    assertThat(new Target(BigDecimal.TEN, null, null, null).value()).isNull();
  }

  @Property
  void noGrowthIsTheBaselineItself(
      @ForAll @BigRange(min = "0.01", max = "1000000000") @Scale(2) BigDecimal baseline) {
    assertThat(new Target(baseline, null, BigDecimal.ZERO, null).value())
        .isEqualByComparingTo(baseline);
  }

  @Property
  void growthGivesBackItsPercentage(
      @ForAll @BigRange(min = "0.01", max = "1000000") @Scale(2) BigDecimal baseline,
      @ForAll @BigRange(min = "-99", max = "500") @Scale(2) BigDecimal percent) {
    BigDecimal value = new Target(baseline, null, percent, null).value();

    assertThat(value.subtract(baseline).movePointRight(2))
        .isEqualByComparingTo(percent.multiply(baseline));
  }
}
