package dev.milepost.tracking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ContributionTest {
  private static final BigDecimal THIRD = new BigDecimal("0." + "3".repeat(60));

  @Test
  void countsExactlyWhatIsLeftOfAnAmount() {
    Contribution deal = whole("300");

    assertThat(change(deal, BigDecimal.ONE, THIRD)).isEqualByComparingTo("-200");
    assertThat(change(deal, THIRD, BigDecimal.ZERO)).isEqualByComparingTo("-100");
  }

  @Test
  void addsUpToTheWholeHoweverManyDigitsThereAre() {
    Contribution deal = whole("99999999999999999999.123456789012345678");

    BigDecimal sum =
        change(deal, BigDecimal.ZERO, new BigDecimal("0.333333333333333333"))
            .add(change(deal, BigDecimal.ZERO, new BigDecimal("0.666666666666666667")));

    assertThat(sum).isEqualByComparingTo(deal.numerator());
  }

  @Property
  void endsAtExactlyNothing(
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(18) BigDecimal value,
      @ForAll @Size(max = 5)
          List<@BigRange(min = "0", max = "1") @Scale(60) BigDecimal> sharesLeft) {
    Contribution sale = whole(value.toString());
    BigDecimal sum = change(sale, BigDecimal.ZERO, BigDecimal.ONE);
    BigDecimal before = BigDecimal.ONE;
    for (BigDecimal left : sharesLeft) {
      sum = sum.add(change(sale, before, left));
      before = left;
    }
    sum = sum.add(change(sale, before, BigDecimal.ZERO));

    assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(sum.scale()).isLessThanOrEqualTo(36);
  }

  private static Contribution whole(String value) {
    return new Contribution(new BigDecimal(value), null, null);
  }

  private static BigDecimal change(Contribution whole, BigDecimal before, BigDecimal after) {
    return whole.change(before, after).numerator();
  }
}
