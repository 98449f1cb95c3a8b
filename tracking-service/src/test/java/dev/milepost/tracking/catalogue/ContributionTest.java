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

  @Test
  void countsAKeyOnceAndWholeHoweverSmallTheShare() {
    Contribution key = Contribution.key("acme");

    assertThat(key.change(BigDecimal.ZERO, THIRD).numerator()).isEqualByComparingTo("1");
    assertThat(key.change(BigDecimal.ONE, THIRD).isNothing()).isTrue();
    assertThat(key.change(THIRD, BigDecimal.ZERO).numerator()).isEqualByComparingTo("-1");
  }

  @Test
  void takesTheLatestValueWholeAsLongAsAnythingIsLeftOfIt() {
    Contribution latest = Contribution.latest(new BigDecimal("7"));
    Contribution comes = latest.change(BigDecimal.ZERO, THIRD);
    Contribution goes = latest.change(THIRD, BigDecimal.ZERO);

    assertThat(comes.numerator()).isEqualByComparingTo("7");
    assertThat(comes.sample()).isEqualTo(1);
    assertThat(latest.change(BigDecimal.ONE, THIRD).isNothing()).isTrue();
    assertThat(goes.numerator()).isEqualByComparingTo("-7");
    assertThat(goes.sample()).isEqualTo(-1);
  }

  @Test
  void weighsAMeanByTheShareAndCountsTheCreditOnceInTheSample() {
    // 60 % of an answer of 80: 48 over 0.6
    Contribution share =
        Contribution.average(new BigDecimal("80")).change(BigDecimal.ZERO, new BigDecimal("0.6"));

    assertThat(share.numerator()).isEqualByComparingTo("48");
    assertThat(share.denominator()).isEqualByComparingTo("0.6");
    assertThat(share.sample()).isEqualTo(1);
  }

  private static Contribution whole(String value) {
    return Contribution.sum(new BigDecimal(value));
  }

  private static BigDecimal change(Contribution whole, BigDecimal before, BigDecimal after) {
    return whole.change(before, after).numerator();
  }
}
