package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.CreditType;
import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleRef;
import dev.milepost.runtime.event.Cause;
import dev.milepost.tracking.catalogue.Contribution;
import dev.milepost.tracking.catalogue.TrackedGoal;
import dev.milepost.tracking.credit.Credit;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.sale.Sale;
import dev.milepost.tracking.scenario.SoldEvents;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instant GRACE_END = Instant.parse("2018-01-15T00:00:00Z");
  private static final Instant RECORDED = GRACE_END.plus(Duration.ofHours(1));

  private final Account account = open();

  @Test
  void countsWhatArrivedBeforeGraceWasOverHoweverLateItIsRecorded() {
    Entry entry = account.book(line(GRACE_END.minusMillis(1)), RECORDED);

    assertThat(entry.kind()).isEqualTo(Kind.LIVE);
    assertThat(entry.recordedAt()).isEqualTo(RECORDED);
    assertThat(account.state().tally().value()).isEqualByComparingTo("100");
  }

  @Test
  void keepsApartWhatArrivedWhenGraceWasOver() {
    assertThat(account.book(line(GRACE_END), RECORDED).kind()).isEqualTo(Kind.TRUE_UP);
    assertThat(account.state().tally().value()).isEqualByComparingTo("0");
    assertThat(account.state().late().value()).isEqualByComparingTo("100");
  }

  @Test
  void keepsApartWhateverComesAfterTheClose() {
    account.close(RECORDED);

    assertThat(account.book(line(GRACE_END.minusMillis(1)), RECORDED).kind())
        .isEqualTo(Kind.TRUE_UP);
  }

  private static Account open() {
    Tally none = new Tally(BigDecimal.ZERO, BigDecimal.ZERO);
    return new Account(
        new Account.State(
            1, 0, none, none, 0, 0, 0, 0, 0, 0, World.START, /* closedAt= */ null, Course.UNKNOWN));
  }

  private static Line line(Instant arrivedAt) {
    Sale sale =
        new Sale(
            1,
            new SaleRef(World.CRM, "deal"),
            EventType.DEAL_WON,
            SoldEvents.sale("ann", List.of(), "100", "2017-12-31T23:59:59Z"),
            Cause.first("deal"),
            arrivedAt);
    BigDecimal whole = BigDecimal.ONE;
    Credit credit =
        new Credit(
            1,
            1,
            0,
            sale,
            "ann",
            CreditType.DIRECT,
            whole,
            whole,
            List.of(),
            RECORDED,
            null,
            null,
            null);
    return new Line(goal(), credit, Contribution.sum(new BigDecimal("100")));
  }

  private static TrackedGoal goal() {
    return new TrackedGoal(
        1,
        World.goal(
            "goal", 1, State.ACTIVE, Owner.participant("ann"), GRACE_END, World.version(1, "1000")),
        null,
        Cause.first("approval"),
        WorkingDays.ASSUMED);
  }
}
