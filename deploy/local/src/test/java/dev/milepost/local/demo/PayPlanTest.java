package dev.milepost.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPlanTest {

  @ParameterizedTest(name = "{0} pays {1}")
  @CsvSource({
    "0, 0",
    "0.499999, 0",
    "0.5, 250",
    "0.75, 3750",
    "0.999999, 6749.99",
    "1, 8250",
    "1.1, 10050",
    "1.666667, 20250",
    "3.539, 20250"
  })
  void paysMilestonesAndAttainment(BigDecimal attainment, BigDecimal cash) {
    assertThat(PayPlan.cashAt(attainment)).isEqualByComparingTo(cash);
  }

  @Test
  void paysNothingWithoutData() {
    assertThat(PayPlan.cashAt(null)).isZero();
  }

  @Test
  void countsTheRewardsInForce() {
    assertThat(PayPlan.rewardsAt(Owner.Type.PARTICIPANT, new BigDecimal("0.8"))).isEqualTo(3);
    assertThat(PayPlan.rewardsAt(Owner.Type.PARTICIPANT, new BigDecimal("0.5"))).isEqualTo(1);
    assertThat(PayPlan.rewardsAt(Owner.Type.TEAM, new BigDecimal("0.8"))).isEqualTo(1);
    assertThat(PayPlan.rewardsAt(Owner.Type.TEAM, BigDecimal.ONE)).isEqualTo(2);
  }
}
