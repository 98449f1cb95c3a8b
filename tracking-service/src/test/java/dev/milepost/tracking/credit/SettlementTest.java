package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.Money;
import dev.milepost.contract.SaleRef;
import dev.milepost.contract.SalesEvent;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.credit.Settlement.Apply;
import dev.milepost.tracking.credit.Settlement.WithoutEffect;
import dev.milepost.tracking.sale.Sale;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SettlementTest {
  private static final Instant DAY = Instant.parse("2017-11-01T00:00:00Z");
  private static final Sale DEAL = sale(EventType.DEAL_WON, "100");

  @Test
  void takesAllThatIsLeft() {
    assertThat(Settlement.of(DEAL, null, BigDecimal.ZERO)).isEqualTo(new Apply(BigDecimal.ONE));
    assertThat(Settlement.of(DEAL, null, new BigDecimal("0.3")))
        .isEqualTo(new Apply(new BigDecimal("0.7")));
  }

  @Test
  void hasNoEffectTwice() {
    assertThat(Settlement.of(DEAL, null, BigDecimal.ONE))
        .isEqualTo(new WithoutEffect("NOTHING_LEFT"));
  }

  @Test
  void takesAPartAndNeverMoreThanIsLeft() {
    assertThat(part("25", "0")).isEqualByComparingTo("0.25");
    assertThat(part("80", "0.5")).isEqualByComparingTo("0.5");
  }

  @Test
  void hasNoEffectWhereThereIsNothingToTakeAPartOf() {
    assertThat(Settlement.of(sale(EventType.DEAL_WON, null), BigDecimal.ONE, BigDecimal.ZERO))
        .isEqualTo(new WithoutEffect("ORIGINAL_HAS_NO_AMOUNT"));
    assertThat(Settlement.of(DEAL, new BigDecimal("-1"), BigDecimal.ZERO))
        .isEqualTo(new WithoutEffect("AMOUNT_HAS_OTHER_SIGN"));
    assertThat(Settlement.of(sale(EventType.EVENT_REVERSED, "1"), null, BigDecimal.ZERO))
        .isEqualTo(new WithoutEffect("ORIGINAL_IS_A_REVERSAL"));
  }

  @Property
  void leavesExactlyNothingWhenTheRestIsTakenBack(
      @ForAll @Size(max = 6) List<@BigRange(min = "0.01", max = "40") BigDecimal> amounts,
      @ForAll @BigRange(min = "0.01", max = "1") BigDecimal share) {
    Compensation credit =
        new Compensation(1, "ann", CreditType.DIRECT, share, List.of(), share, 0, null, null);
    BigDecimal taken = BigDecimal.ZERO;
    BigDecimal sum = share;
    for (BigDecimal amount : Stream.concat(amounts.stream(), whole()).toList()) {
      BigDecimal asked = amount.signum() == 0 ? null : amount;
      if (Settlement.of(DEAL, asked, taken) instanceof Apply apply) {
        taken = taken.add(apply.part());
        Compensation after = credit.after(taken);
        sum = sum.add(credit.revision(after, 2, DEAL, TakenBack.by(DEAL), DAY).share());
        credit = after;
      }
    }
    assertThat(sum).isEqualByComparingTo(BigDecimal.ZERO);
  }

  @Property
  void leavesExactlyWhatWasNotTakenBack(
      @ForAll @Size(min = 1, max = 6) List<@BigRange(min = "0.01", max = "50") BigDecimal> amounts,
      @ForAll @BigRange(min = "0.01", max = "1") BigDecimal share) {
    Sale deal = sale(EventType.DEAL_WON, "300");
    Contribution whole = Contribution.sum(new BigDecimal("300"));
    Compensation credit =
        new Compensation(1, "ann", CreditType.DIRECT, share, List.of(), share, 0, null, null);
    BigDecimal taken = BigDecimal.ZERO;
    BigDecimal sum = whole.change(BigDecimal.ZERO, share).numerator();
    BigDecimal expected = new BigDecimal("300");
    for (BigDecimal amount : amounts) {
      taken = taken.add(((Apply) Settlement.of(deal, amount, taken)).part());
      Compensation after = credit.after(taken);
      Credit row = credit.revision(after, 2, deal, TakenBack.by(deal), DAY);
      sum = sum.add(whole.change(row.leftBefore(), row.left()).numerator());
      expected = expected.subtract(amount);
      credit = after;
    }

    assertThat(sum).isEqualByComparingTo(expected.multiply(share));
  }

  @Test
  void takesTheWholeByThreeThirds() {
    Sale deal = sale(EventType.DEAL_WON, "300");
    BigDecimal taken = BigDecimal.ZERO;
    for (int third = 0; third < 3; third++) {
      taken = taken.add(((Apply) Settlement.of(deal, new BigDecimal("100"), taken)).part());
    }

    assertThat(taken).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(Settlement.of(deal, null, taken)).isEqualTo(new WithoutEffect("NOTHING_LEFT"));
  }

  /** Stands for the reversal of all that is left. */
  private static Stream<BigDecimal> whole() {
    return Stream.of(BigDecimal.ZERO);
  }

  private static BigDecimal part(String amount, String takenBefore) {
    return ((Apply) Settlement.of(DEAL, new BigDecimal(amount), new BigDecimal(takenBefore)))
        .part();
  }

  private static Sale sale(EventType type, String amount) {
    Money money = amount == null ? null : new Money(new BigDecimal(amount), "USD");
    SalesEvent data = SalesEvent.sold(DAY, "ann", List.of(), money);
    return new Sale(1, new SaleRef("/crm", "1"), type, data, Cause.first("1"), DAY);
  }
}
