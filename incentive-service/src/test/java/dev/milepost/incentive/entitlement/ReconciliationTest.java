package dev.milepost.incentive.entitlement;

import static dev.milepost.incentive.goal.GoalFixture.DARCEL;
import static dev.milepost.incentive.goal.GoalFixture.GOAL_ID;
import static dev.milepost.incentive.goal.GoalFixture.goal;
import static dev.milepost.incentive.goal.GoalFixture.progress;
import static dev.milepost.incentive.goal.GoalFixture.reached;
import static dev.milepost.incentive.goal.GoalFixture.reverted;
import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.plan.PlanFixture.terms;
import static dev.milepost.incentive.plan.PlanFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Money;
import dev.milepost.incentive.entitlement.Change.Reason;
import dev.milepost.incentive.entitlement.Change.Revoke;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.LedgerKind;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.incentive.plan.PlanTerms;
import dev.milepost.incentive.reward.BookedReward;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final PlanTerms TERMS =
      terms(cash("half-way", "0.5", "250"), pay("1", Settlement.EACH_EVENT));
  private static final GoalStanding HALF_WAY =
      GoalStanding.unknown(GOAL_ID)
          .with(goal(1))
          .with(reached("0.5", 1))
          .with(progress(1, "60000"));

  @Test
  void booksWhatIsDue() {
    assertThat(changes(HALF_WAY, TERMS, List.of()))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactlyInAnyOrder(
            Tuple.tuple(LedgerKind.EARNING, usd("250.00")),
            Tuple.tuple(LedgerKind.EARNING, usd("3000.00")));
  }

  @Test
  void settlingAgainChangesNothing() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY, TERMS, booked)).isEmpty();
  }

  @Test
  void onlyTheDifferenceIsBookedWhenProgressRises() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY.with(progress(2, "100000")), TERMS, booked))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactly(Tuple.tuple(LedgerKind.EARNING, usd("2000.00")));
  }

  @Test
  void aFallIsANegativeAdjustment() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY.with(progress(2, "50000")), TERMS, booked))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactly(Tuple.tuple(LedgerKind.ADJUSTMENT, usd("-500.00")));
  }

  @Test
  void aFallBelowTheThresholdTakesAllAttainmentPayBack() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY.with(progress(2, "10")), TERMS, booked))
        .singleElement()
        .isInstanceOfSatisfying(
            Revoke.class, revoke -> assertRevoked(revoke, Reason.NOTHING_EARNED, usd("-3000.00")));
  }

  @Test
  void aRevertedMilestoneIsClawedBack() {
    PlanTerms terms = terms(cash("half-way", "0.5", "250"));
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, terms, List.of()));

    assertThat(changes(HALF_WAY.with(reverted("0.5", 1)), terms, booked))
        .singleElement()
        .isInstanceOfSatisfying(
            Revoke.class,
            revoke -> assertRevoked(revoke, Reason.MILESTONE_REVERTED, usd("-250.00")));
  }

  @Test
  void aMilestoneReachedAgainIsANewReward() {
    PlanTerms terms = terms(cash("half-way", "0.5", "250"));
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, terms, List.of()));
    GoalStanding again = HALF_WAY.with(reverted("0.5", 1)).with(reached("0.5", 2));

    assertThat(changes(again, terms, booked))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactly(
            Tuple.tuple(LedgerKind.CLAWBACK, usd("-250.00")),
            Tuple.tuple(LedgerKind.EARNING, usd("250.00")));
  }

  @Test
  void aRevisionOfTheGoalDoesNotPayAReachedMilestoneTwice() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY.with(goal(2)), TERMS, booked)).isEmpty();
  }

  @Test
  void aNewPlanVersionDoesNotPayAReachedMilestoneTwice() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));

    assertThat(changes(HALF_WAY, List.of(TERMS, TERMS), booked)).isEmpty();
  }

  @Test
  void aNewPlanVersionBooksTheDifference() {
    PlanTerms before = terms(cash("half-way", "0.5", "250"));
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, before, List.of()));
    PlanTerms raised = terms(cash("half-way", "0.5", "300"));

    assertThat(changes(HALF_WAY, List.of(before, raised), booked))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactly(Tuple.tuple(LedgerKind.ADJUSTMENT, usd("50.00")));
  }

  @Test
  void aComponentThatIsLeftOutIsTakenBack() {
    PlanTerms before = terms(cash("half-way", "0.5", "250"), cash("full", "1", "9"));
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, before, List.of()));

    assertThat(changes(HALF_WAY, List.of(before, terms(cash("full", "1", "9"))), booked))
        .singleElement()
        .isInstanceOfSatisfying(
            Revoke.class, revoke -> assertRevoked(revoke, Reason.PLAN_CHANGED, usd("-250.00")));
  }

  @Test
  void aCancelledGoalGivesEverythingBack() {
    List<BookedReward> booked = BookedFixture.after(changes(HALF_WAY, TERMS, List.of()));
    GoalStanding cancelled = HALF_WAY.with(GoalFixture.goal(GOAL_ID, DARCEL, 2, State.CANCELLED));

    assertThat(changes(cancelled, TERMS, booked))
        .hasSize(2)
        .allSatisfy(
            change ->
                assertThat(change)
                    .isInstanceOfSatisfying(
                        Revoke.class,
                        revoke -> assertThat(revoke.reason()).isEqualTo(Reason.GOAL_CANCELLED)));
  }

  @Test
  void aRevokedRewardCanBeGrantedAgain() {
    PlanTerms terms = terms(pay("1", Settlement.EACH_EVENT));
    List<BookedReward> granted = BookedFixture.after(changes(HALF_WAY, terms, List.of()));
    GoalStanding low = HALF_WAY.with(progress(2, "1"));
    List<BookedReward> revoked = BookedFixture.after(changes(low, terms, granted));

    assertThat(changes(low.with(progress(3, "60000")), terms, revoked))
        .extracting(Change::ledgerKind, Change::booked)
        .containsExactly(Tuple.tuple(LedgerKind.EARNING, usd("3000.00")));
  }

  private static void assertRevoked(Revoke revoke, Reason reason, Money booked) {
    assertThat(revoke.reason()).isEqualTo(reason);
    assertThat(revoke.booked()).isEqualTo(booked);
  }

  private static List<Change> changes(
      GoalStanding standing, PlanTerms terms, List<BookedReward> booked) {
    return changes(standing, List.of(terms), booked);
  }

  private static List<Change> changes(
      GoalStanding standing, List<PlanTerms> versions, List<BookedReward> booked) {
    PlanTerms[] later = versions.stream().skip(1).toArray(PlanTerms[]::new);
    List<Rule> rules =
        Rule.applyingTo(
            Objects.requireNonNull(standing.goal()),
            List.of(PlanFixture.active(versions.getFirst(), later)));
    return Reconciliation.of(standing, rules, booked);
  }
}
