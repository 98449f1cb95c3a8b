package dev.milepost.incentive.entitlement;

import static dev.milepost.incentive.goal.GoalFixture.GOAL_ID;
import static dev.milepost.incentive.goal.GoalFixture.goal;
import static dev.milepost.incentive.goal.GoalFixture.restated;
import static dev.milepost.incentive.goal.GoalFixture.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PlanFixture;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BookingTest {
  private static final GoalSnapshot GOAL = goal(1);

  @ParameterizedTest
  @EnumSource(Settlement.class)
  void whatARestatedAttainmentTakesBackIsExplainedByIt(Settlement settlement) {
    ProgressRecorded closed = result(1, "80000");
    ProgressRecorded restated = restated(2, "80000", "0.3");
    List<Booking> paid = settled(settlement, closed, List.of());

    assertThat(settled(settlement, restated, paid))
        .singleElement()
        .extracting(booking -> booking.line().calculation())
        .isEqualTo(
            new Calculation(
                1,
                2,
                null,
                new BigDecimal("100000"),
                new BigDecimal("0.3"),
                List.of("restated 0.3 (closed 0.8)", "0 − 4000.00 = -4000.00 USD")));
  }

  private static List<Booking> settled(
      Settlement settlement, ProgressRecorded progress, List<Booking> before) {
    List<Rule> rules =
        Rule.applyingTo(
            GOAL, List.of(PlanFixture.active(PlanFixture.terms(PlanFixture.pay("1", settlement)))));
    return BookedFixture.bookings(
        Reconciliation.of(
            GoalStanding.unknown(GOAL_ID).with(GOAL).with(progress),
            rules,
            before.stream().map(Booking::reward).toList()),
        progress);
  }
}
