package dev.milepost.incentive.entitlement;

import static dev.milepost.incentive.goal.GoalFixture.DARCEL;
import static dev.milepost.incentive.goal.GoalFixture.GOAL_ID;
import static dev.milepost.incentive.goal.GoalFixture.NOVEMBER;
import static dev.milepost.incentive.goal.GoalFixture.goal;
import static dev.milepost.incentive.goal.GoalFixture.progress;
import static dev.milepost.incentive.goal.GoalFixture.reached;
import static dev.milepost.incentive.goal.GoalFixture.restated;
import static dev.milepost.incentive.goal.GoalFixture.result;
import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.plan.PlanFixture.terms;
import static dev.milepost.incentive.plan.PlanFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.goal.GoalStanding;
import dev.milepost.incentive.ledger.Calculation;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PayCurve;
import dev.milepost.incentive.plan.PlanFixture;
import dev.milepost.incentive.plan.PlanTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntitlementsTest {
  private static final GoalStanding STANDING = GoalStanding.unknown(GOAL_ID).with(goal(1));
  private static final PlanTerms EACH_EVENT = terms(pay("1", Settlement.EACH_EVENT));

  @Test
  void aMilestoneInForceEarnsItsReward() {
    GoalStanding standing = STANDING.with(reached("0.5", 1));

    assertThat(amounts(standing, terms(cash("half-way", "0.50", "250"))))
        .containsExactly(usd("250.00"));
  }

  @Test
  void anotherMilestoneEarnsNothing() {
    GoalStanding standing = STANDING.with(reached("0.25", 1));

    assertThat(amounts(standing, terms(cash("half-way", "0.5", "250")))).isEmpty();
  }

  @Test
  void aMilestoneRewardIsEarnedWhenItWasReached() {
    GoalStanding standing = STANDING.with(reached("0.5", 1));

    assertThat(entitlements(standing, terms(cash("half-way", "0.5", "250"))))
        .extracting(Entitlement::earnedAt)
        .containsExactly(NOVEMBER);
  }

  @Test
  void aTeamIsRewardedOnItsOwnGoal() {
    Owner team = Owner.team("team-a");
    GoalStanding standing =
        GoalStanding.unknown("goal-of-team")
            .with(GoalFixture.goal("goal-of-team", team, 1, State.ACTIVE))
            .with(GoalFixture.reached("goal-of-team", team, "1", 1));

    assertThat(entitlements(standing, terms(cash("full", "1", "250"), dinner("1.0"))))
        .extracting(Entitlement::rewardType, entitlement -> entitlement.key().recipient())
        .containsExactly(tuple(RewardType.TEAM_ACTIVITY, team));
  }

  @Test
  void attainmentPayFollowsTheCurve() {
    assertThat(amounts(STANDING.with(progress(1, "120000")), EACH_EVENT))
        .containsExactly(usd("7000.00"));
  }

  @Test
  void attainmentPayIsRoundedHalfToEvenOnce() {
    assertThat(amounts(STANDING.with(progress(1, "66666.9")), EACH_EVENT))
        .as("5000 × 0.666669 = 3333.345")
        .containsExactly(usd("3333.34"));
    assertThat(amounts(STANDING.with(progress(1, "66667.1")), EACH_EVENT))
        .as("5000 × 0.666671 = 3333.355")
        .containsExactly(usd("3333.36"));
  }

  @Test
  void belowTheThresholdNothingIsEarned() {
    assertThat(amounts(STANDING.with(progress(1, "49999")), EACH_EVENT)).isEmpty();
  }

  @Test
  void noDataEarnsNothing() {
    GoalStanding noData = STANDING.with(progress(GOAL_ID, 1, null, false));

    assertThat(amounts(noData, EACH_EVENT)).isEmpty();
  }

  @Test
  void payAtTheCloseWaitsForTheResult() {
    PlanTerms atClose = terms(pay("1", Settlement.AT_CLOSE));

    assertThat(amounts(STANDING.with(progress(1, "120000")), atClose)).isEmpty();
    assertThat(amounts(STANDING.with(result(2, "120000")), atClose))
        .containsExactly(usd("7000.00"));
  }

  @Test
  void aParticipantMayHaveAnotherTargetIncentive() {
    PlanTerms terms =
        new PlanTerms(
            EACH_EVENT.validity(),
            EACH_EVENT.targetIncentive(),
            Map.of(DARCEL.id(), usd("10000")),
            EACH_EVENT.components());

    assertThat(amounts(STANDING.with(progress(1, "100000")), terms))
        .containsExactly(usd("10000.00"));
  }

  @Test
  void aCancelledGoalEarnsNothing() {
    GoalStanding cancelled =
        STANDING
            .with(progress(1, "120000"))
            .with(reached("0.5", 1))
            .with(GoalFixture.goal(GOAL_ID, DARCEL, 2, State.CANCELLED));

    assertThat(
            amounts(
                cancelled, terms(cash("half-way", "0.5", "1"), pay("1", Settlement.EACH_EVENT))))
        .isEmpty();
  }

  @Test
  void theArithmeticIsWrittenDown() {
    assertThat(entitlements(STANDING.with(progress(1, "120000")), EACH_EVENT))
        .flatExtracting(entitlement -> entitlement.calculation().steps())
        .containsExactly(
            "payout(1.2) = 1 + 2 × (1.2 − 1) = 1.4", "5000.00 USD × 1 × 1.4 × 1 = 7000.00 USD");
  }

  @Test
  void aCapThatBitesIsWrittenDown() {
    PlanTerms capped = terms(cappedAt("1.3"));

    assertThat(steps(progress(1, "120000"), capped))
        .containsExactly(
            "payout(1.2) = 1 + 2 × (1.2 − 1) = 1.4, at most 1.3",
            "5000.00 USD × 1 × 1.3 × 1 = 6500.00 USD");
    assertThat(steps(progress(1, "115000"), capped))
        .startsWith("payout(1.15) = 1 + 2 × (1.15 − 1) = 1.3");
  }

  @ParameterizedTest
  @EnumSource(Settlement.class)
  void payFollowsARestatedAttainmentUpAndSaysSo(Settlement settlement) {
    GoalStanding standing = STANDING.with(restated(2, "80000", "1.1"));

    assertThat(entitlements(standing, terms(pay("1", settlement))))
        .extracting(Entitlement::amount, Entitlement::calculation)
        .containsExactly(
            tuple(
                usd("6000.00"),
                restatedCalculation(
                    "1.1",
                    "restated 1.1 (closed 0.8)",
                    "payout(1.1) = 1 + 2 × (1.1 − 1) = 1.2",
                    "5000.00 USD × 1 × 1.2 × 1 = 6000.00 USD")));
  }

  @ParameterizedTest
  @EnumSource(Settlement.class)
  void payFollowsARestatedAttainmentDownAndSaysSo(Settlement settlement) {
    GoalStanding standing = STANDING.with(restated(2, "80000", "0.6"));

    assertThat(entitlements(standing, terms(pay("1", settlement))))
        .extracting(Entitlement::amount, Entitlement::calculation)
        .containsExactly(
            tuple(
                usd("3000.00"),
                restatedCalculation(
                    "0.6",
                    "restated 0.6 (closed 0.8)",
                    "payout(0.6) = 0.5 + 1 × (0.6 − 0.5) = 0.6",
                    "5000.00 USD × 1 × 0.6 × 1 = 3000.00 USD")));
  }

  private static Calculation restatedCalculation(String attainment, String... steps) {
    return new Calculation(
        1, 2, null, new BigDecimal("100000"), new BigDecimal(attainment), List.of(steps));
  }

  private static AttainmentPay cappedAt(String cap) {
    AttainmentPay pay = pay("1", Settlement.EACH_EVENT);
    return new AttainmentPay(
        pay.id(),
        pay.metric(),
        pay.weight(),
        new PayCurve(pay.payCurve().pieces(), new BigDecimal(cap)),
        pay.settlement());
  }

  private static List<String> steps(ProgressRecorded progress, PlanTerms terms) {
    return entitlements(STANDING.with(progress), terms).getFirst().calculation().steps();
  }

  private static List<Money> amounts(GoalStanding standing, PlanTerms terms) {
    return entitlements(standing, terms).stream()
        .map(Entitlement::amount)
        .map(Objects::requireNonNull)
        .toList();
  }

  private static List<Entitlement> entitlements(GoalStanding standing, PlanTerms terms) {
    List<Rule> rules =
        Rule.applyingTo(
            Objects.requireNonNull(standing.goal()), List.of(PlanFixture.active(terms)));
    return Entitlements.of(standing, rules);
  }
}
