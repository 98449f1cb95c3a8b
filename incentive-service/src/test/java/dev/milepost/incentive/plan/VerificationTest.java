package dev.milepost.incentive.plan;

import static dev.milepost.incentive.plan.PlanFixture.FOURTH_QUARTER;
import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.plan.PlanFixture.piece;
import static dev.milepost.incentive.plan.PlanFixture.terms;
import static dev.milepost.incentive.plan.PlanFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Money;
import dev.milepost.contract.Owner;
import dev.milepost.contract.Reward.RewardType;
import dev.milepost.incentive.plan.Component.AttainmentPay;
import dev.milepost.incentive.plan.Component.MilestoneReward;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.PlanTerms.Validity;
import dev.milepost.incentive.plan.Verification.Code;
import dev.milepost.incentive.plan.Verification.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTest {

  @Test
  void findsNoFaultInASoundPlan() {
    PlanTerms sound =
        terms(cash("half-way", "0.5", "250"), dinner("1"), pay("1", Settlement.EACH_EVENT));

    assertThat(Verification.of(sound, "USD", List.of()).faults()).isEmpty();
  }

  @Test
  void listsCliffsAndMissingCapsForTheApprover() {
    assertThat(codes(terms(pay("1", Settlement.AT_CLOSE))))
        .containsExactly(Code.UNCAPPED, Code.CLIFF);
  }

  @Test
  void weightsMustAddUpToOne() {
    assertThat(Verification.of(terms(pay("0.9", Settlement.EACH_EVENT)), "USD", List.of()).faults())
        .containsExactly(new Finding(Code.WEIGHTS_NOT_ONE, null, List.of("0.9")));
  }

  @Test
  void attainmentPayNeedsATargetIncentive() {
    PlanTerms terms =
        new PlanTerms(FOURTH_QUARTER, null, Map.of(), List.of(pay("1", Settlement.EACH_EVENT)));

    assertThat(codes(terms)).contains(Code.TARGET_INCENTIVE_MISSING);
  }

  @Test
  void payMustNotFall() {
    PayCurve falling = new PayCurve(List.of(piece("0", "0", "2"), piece("1", "1", "1")), null);

    assertThat(codes(terms(payWith(falling)))).contains(Code.PAY_FALLS);
  }

  @Test
  void twoTiersMustNotStartTogether() {
    PayCurve twins = new PayCurve(List.of(piece("0", "0", "1"), piece("0.0", "0", "2")), null);

    assertThat(codes(terms(payWith(twins)))).contains(Code.TIERS_START_TOGETHER);
  }

  @Test
  void allAmountsAreInThePlansCurrency() {
    PlanTerms terms =
        new PlanTerms(
            FOURTH_QUARTER,
            usd("5000"),
            Map.of("darcel", new Money(BigDecimal.TEN, "EUR")),
            List.of(cash("half-way", "0.5", "250")));

    assertThat(codes(terms)).containsExactly(Code.CURRENCY_DIFFERS);
  }

  @Test
  void componentIdsAreUnique() {
    assertThat(codes(terms(cash("step", "0.5", "1"), cash("step", "1", "1"))))
        .containsExactly(Code.COMPONENT_ID_REPEATED);
  }

  @Test
  void aComponentGrantsWhatItGrantedInEveryEarlierVersion() {
    PlanTerms first = terms(dinner("1"));
    PlanTerms second = terms(cash("half-way", "0.5", "250"));
    PlanTerms third = terms(cash("dinner", "1", "500"));

    assertThat(Verification.of(third, "USD", List.of(first, second)).faults())
        .containsExactly(
            new Finding(Code.COMPONENT_CHANGES_KIND, "dinner", List.of("TEAM_ACTIVITY", "CASH")));
  }

  @Test
  void aMilestoneRewardDoesNotBecomeAttainmentPay() {
    PlanTerms before = terms(cash("attainment", "1", "500"));

    assertThat(
            Verification.of(terms(pay("1", Settlement.EACH_EVENT)), "USD", List.of(before, before))
                .faults())
        .containsExactly(
            new Finding(
                Code.COMPONENT_CHANGES_KIND, "attainment", List.of("CASH", "ATTAINMENT_PAY")));
  }

  @Test
  void aComponentMayGrantAnotherAmountAtAnotherThreshold() {
    PlanTerms before = terms(cash("half-way", "0.5", "250"));

    assertThat(
            Verification.of(terms(cash("half-way", "0.6", "300")), "USD", List.of(before))
                .findings())
        .isEmpty();
  }

  @Test
  void cashNeedsAnAmount() {
    assertThat(codes(terms(reward(RewardType.CASH, null, null))))
        .containsExactly(Code.CASH_WITHOUT_AMOUNT);
  }

  @Test
  void whatIsNotCashHasADescriptionAndNoAmount() {
    assertThat(codes(terms(reward(RewardType.TEAM_ACTIVITY, usd("1"), " "))))
        .containsExactly(Code.AMOUNT_WITHOUT_CASH, Code.DESCRIPTION_MISSING);
  }

  @Test
  void aValidityHasAtLeastOneDay() {
    LocalDate day = LocalDate.parse("2017-10-01");
    PlanTerms terms =
        new PlanTerms(
            new Validity(day, day), null, Map.of(), List.of(cash("half-way", "0.5", "1")));

    assertThat(codes(terms)).containsExactly(Code.VALIDITY_EMPTY);
  }

  private static List<Code> codes(PlanTerms terms) {
    return Verification.of(terms, "USD", List.of()).findings().stream().map(Finding::code).toList();
  }

  private static AttainmentPay payWith(PayCurve curve) {
    return new AttainmentPay(
        "attainment", "won-revenue", BigDecimal.ONE, curve, Settlement.EACH_EVENT);
  }

  private static MilestoneReward reward(
      RewardType type, @Nullable Money amount, @Nullable String description) {
    return new MilestoneReward(
        "half-way",
        "won-revenue",
        Owner.Type.TEAM,
        new BigDecimal("0.5"),
        type,
        amount,
        description);
  }
}
