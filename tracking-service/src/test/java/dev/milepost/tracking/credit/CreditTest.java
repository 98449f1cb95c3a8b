package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.MetricVersion.Returns;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.sale.Original;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.scenario.SoldEvents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditTest {
  private static final Instant FIRST = Instant.parse("2017-11-05T10:00:00Z");
  private static final Instant SALE = Instant.parse("2017-09-30T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2017-11-06T10:00:00Z");

  @Test
  void arrivesWithItsSale() {
    assertThat(credit(FIRST, null).arrivedAt(Returns.OWN_DATE)).isEqualTo(FIRST);
    assertThat(credit(FIRST, null).source()).isEqualTo("/crm");
  }

  @Test
  void isTakenBackWhenTheReversalArrives() {
    assertThat(credit(FIRST, SECOND).arrivedAt(Returns.OWN_DATE)).isEqualTo(SECOND);
    assertThat(credit(FIRST, SECOND).source()).isEqualTo("/erp");
  }

  /** Otherwise a late sale would be counted apart, and its reversal against the result. */
  @Test
  void isTakenBackWhenItsSaleArrivesIfTheReversalWaitedForIt() {
    assertThat(credit(SECOND, FIRST).arrivedAt(Returns.OWN_DATE)).isEqualTo(SECOND);
  }

  /** What changes who is credited is news, however old the sale is. */
  @Test
  void arrivesWhenItIsMadeIfItsSaleIsCreditedAnew() {
    Origin.ReCredited why =
        new Origin.ReCredited(1, ReCreditReason.RULE_CHANGED, Cause.first("activation"));

    Credit voided = left(SECOND).voided(2, credit(FIRST, null).sale(), why, SECOND);

    assertThat(voided.arrivedAt(Returns.OWN_DATE)).isEqualTo(SECOND);
    assertThat(voided.source()).isEqualTo("/crm");
  }

  /** Otherwise a credit that was made late would be counted apart, its reversal in the result. */
  @Test
  void isTakenBackWhenItIsMadeIfTheReversalArrivedBefore() {
    assertThat(takenBack(left(SECOND), FIRST).arrivedAt(Returns.OWN_DATE)).isEqualTo(SECOND);
    assertThat(takenBack(left(FIRST), SECOND).arrivedAt(Returns.OWN_DATE)).isEqualTo(SECOND);
    assertThat(takenBack(left(null), FIRST).arrivedAt(Returns.OWN_DATE)).isEqualTo(FIRST);
  }

  /** Otherwise a late sale would be counted apart, and its return against the result. */
  @Test
  void ofAReturnArrivesWithItsOriginalWhereItCountsInTheTimeOfThat() {
    Credit credit = returning(new AtOriginal(new Original(7, SALE, SECOND), List.of("east")));

    assertThat(credit.arrivedAt(Returns.ORIGINAL)).isEqualTo(SECOND);
    assertThat(credit.arrivedAt(Returns.OWN_DATE)).isEqualTo(FIRST);
  }

  @Test
  void ofAReturnStandsInItsOwnTimeOrInThatOfItsOriginal() {
    Credit credit = returning(new AtOriginal(new Original(7, SALE, FIRST), List.of("east")));

    assertThat(credit.occurredAt(Returns.OWN_DATE)).isEqualTo(FIRST);
    assertThat(credit.occurredAt(Returns.ORIGINAL)).isEqualTo(SALE);
    assertThat(credit.concerns(Owner.team("west"), Returns.OWN_DATE)).isTrue();
    assertThat(credit.concerns(Owner.team("west"), Returns.ORIGINAL)).isFalse();
    assertThat(credit.concerns(Owner.team("east"), Returns.ORIGINAL)).isTrue();
    assertThat(credit.concerns(Owner.participant("ann"), Returns.ORIGINAL)).isTrue();
  }

  @Test
  void ofAReturnIsPlacedOnceItsOriginalIsKnown() {
    assertThat(returning(null).isPlaced(Returns.OWN_DATE)).isTrue();
    assertThat(returning(null).isPlaced(Returns.ORIGINAL)).isFalse();
    assertThat(credit(FIRST, null).isPlaced(Returns.ORIGINAL)).isTrue();
  }

  private static Compensation left(Instant madeAnewAt) {
    BigDecimal one = BigDecimal.ONE;
    return new Compensation(1, "ann", CreditType.DIRECT, one, List.of(), one, 0, null, madeAnewAt);
  }

  private static Credit takenBack(Compensation left, Instant reversalArrived) {
    Credit reversed = credit(FIRST, reversalArrived);
    return left.revision(
        left.after(BigDecimal.ONE), 2, reversed.sale(), reversed.takenBack(), SECOND);
  }

  private static Credit returning(AtOriginal atOriginal) {
    Sale sale =
        new Sale(
            1,
            new SaleRef("/crm", "return"),
            EventType.DEAL_WON,
            SoldEvents.returnOf("deal", "ann", "-1", FIRST.toString()),
            Cause.first("return"),
            FIRST);
    BigDecimal one = BigDecimal.ONE;
    return new Credit(
        1,
        1,
        0,
        sale,
        "ann",
        CreditType.DIRECT,
        one,
        one,
        List.of("west"),
        SECOND,
        null,
        null,
        atOriginal);
  }

  private static Credit credit(Instant saleArrived, Instant reversalArrived) {
    Sale sale =
        new Sale(
            1,
            new SaleRef("/crm", "deal"),
            EventType.DEAL_WON,
            SoldEvents.sale("ann", List.of(), "1", "2017-11-05T10:00:00Z"),
            Cause.first("deal"),
            saleArrived);
    TakenBack takenBack =
        reversalArrived == null
            ? null
            : new TakenBack(2, new SaleRef("/erp", "undo"), Cause.first("undo"), reversalArrived);
    return new Credit(
        1,
        1,
        reversalArrived == null ? 0 : 1,
        sale,
        "ann",
        CreditType.DIRECT,
        BigDecimal.ONE,
        BigDecimal.ONE,
        List.of(),
        SECOND,
        takenBack,
        null,
        null);
  }
}
