package dev.milepost.tracking.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RateTest {

  @Test
  void keepsEighteenDigits() {
    assertThat(convert("0.1", "0.123456789012345678", false))
        .isEqualByComparingTo("0.012345678901234568");
    assertThat(convert("100", "1.0823", false)).isEqualByComparingTo("108.23");
  }

  @Test
  void dividesByTheRateOfTheOtherDirection() {
    // 100 / 3 to 18 digits; multiplying by a rounded 1/3 would end in ...300
    assertThat(convert("100", "3", true)).isEqualByComparingTo("33.333333333333333333");
    assertThat(convert("2", "0.5", true)).isEqualByComparingTo("4");
  }

  @Property
  void comesBackByTheInverse(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(2) BigDecimal amount,
      @ForAll @BigRange(min = "0.1", max = "1000") @Scale(4) BigDecimal rate) {
    BigDecimal there = new Rate(1, rate, true).convert(amount);

    BigDecimal back = new Rate(1, rate, false).convert(there);

    assertThat(back.subtract(amount).abs()).isLessThan(new BigDecimal("1e-14"));
  }

  private static BigDecimal convert(String amount, String rate, boolean inverse) {
    return new Rate(1, new BigDecimal(rate), inverse).convert(new BigDecimal(amount));
  }
}
