package dev.milepost.tracking.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.credit.Credit.TakenBack;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditTest {
  private static final Instant FIRST = Instant.parse("2017-11-05T10:00:00Z");
  private static final Instant SECOND = Instant.parse("2017-11-06T10:00:00Z");

  @Test
  void arrivesWithItsSale() {
    assertThat(credit(FIRST, null).arrivedAt()).isEqualTo(FIRST);
    assertThat(credit(FIRST, null).source()).isEqualTo("/crm");
  }

  @Test
  void isTakenBackWhenTheReversalArrives() {
    assertThat(credit(FIRST, SECOND).arrivedAt()).isEqualTo(SECOND);
    assertThat(credit(FIRST, SECOND).source()).isEqualTo("/erp");
  }

  /** Otherwise a late sale would be counted apart, and its reversal against the result. */
  @Test
  void isTakenBackWhenItsSaleArrivesIfTheReversalWaitedForIt() {
    assertThat(credit(SECOND, FIRST).arrivedAt()).isEqualTo(SECOND);
  }

  /** What changes who is credited is news, however old the sale is. */
  @Test
  void arrivesWhenItIsMadeIfItsSaleIsCreditedAnew() {
    Origin.ReCredited why =
        new Origin.ReCredited(1, ReCreditReason.RULE_CHANGED, Cause.first("activation"));
    Compensation left =
        new Compensation(1, "ann", CreditType.DIRECT, BigDecimal.ONE, List.of(), BigDecimal.ONE, 0);

    Credit voided = left.voided(2, credit(FIRST, null).sale(), why, SECOND);

    assertThat(voided.arrivedAt()).isEqualTo(SECOND);
    assertThat(voided.source()).isEqualTo("/crm");
  }

  private static Credit credit(Instant saleArrived, Instant reversalArrived) {
    Sale sale =
        new Sale(
            1,
            new SaleRef("/crm", "deal"),
            EventType.DEAL_WON,
            World.sale("ann", List.of(), "1", "2017-11-05T10:00:00Z"),
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
        null);
  }
}
