package dev.milepost.incentive.plan;

import static dev.milepost.incentive.plan.PlanFixture.FIONA;
import static dev.milepost.incentive.plan.PlanFixture.NOW;
import static dev.milepost.incentive.plan.PlanFixture.OLGA;
import static dev.milepost.incentive.plan.PlanFixture.PLAN_ID;
import static dev.milepost.incentive.plan.PlanFixture.cash;
import static dev.milepost.incentive.plan.PlanFixture.changed;
import static dev.milepost.incentive.plan.PlanFixture.dinner;
import static dev.milepost.incentive.plan.PlanFixture.pay;
import static dev.milepost.incentive.plan.PlanFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.incentive.goal.GoalFixture;
import dev.milepost.incentive.plan.Component.Settlement;
import dev.milepost.incentive.plan.IncentivePlan.Outcome;
import dev.milepost.incentive.plan.IncentivePlan.Refusal;
import dev.milepost.incentive.plan.PlanTerms.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncentivePlanTest {
  private static final PlanTerms TERMS = terms(cash("half-way", "0.5", "250.00"));
  private static final Person OTTO = new Person("otto", "otto-at-work");
  private final IncentivePlan draft =
      IncentivePlan.drafted(PLAN_ID, "Fourth quarter", "USD", TERMS, OLGA, NOW);

  @Test
  void aDraftPaysOnNoGoal() {
    assertThat(draft.versionFor(GoalFixture.goal(1))).isEmpty();
  }

  @Test
  void anActivePlanPaysOnGoalsThatStartInItsValidity() {
    assertThat(PlanFixture.active(TERMS).versionFor(GoalFixture.goal(1))).isPresent();
  }

  @Test
  void theFirstDayAfterTheValidityIsNotPaid() {
    Validity untilOctober =
        new Validity(LocalDate.parse("2017-01-01"), LocalDate.parse("2017-10-01"));
    PlanTerms terms = new PlanTerms(untilOctober, null, Map.of(), TERMS.components());

    assertThat(PlanFixture.active(terms).versionFor(GoalFixture.goal(1))).isEmpty();
  }

  @Test
  void aNewVersionLeavesEarlierPeriodsToTheOneBefore() {
    Validity later = new Validity(LocalDate.parse("2018-01-01"), null);
    PlanTerms next = new PlanTerms(later, null, Map.of(), TERMS.components());

    assertThat(PlanFixture.active(TERMS, next).versionFor(GoalFixture.goal(1)))
        .map(PlanVersion::number)
        .contains(1);
  }

  @Test
  void aNewVersionTakesOverThePeriodsItCovers() {
    assertThat(PlanFixture.active(TERMS, TERMS).versionFor(GoalFixture.goal(1)))
        .map(PlanVersion::number)
        .contains(2);
  }

  @Test
  void nobodyActivatesADraftTheyWrote() {
    assertThat(draft.activate(OLGA, NOW)).isEqualTo(new Outcome.Refused(Refusal.OWN_DRAFT));
  }

  @Test
  void nobodyActivatesADraftTheyWroteOnBeforeSomebodyElse() {
    IncentivePlan rewritten = changed(draft.rewrite(TERMS, OTTO, NOW));

    assertThat(rewritten.activate(OLGA, NOW)).isEqualTo(new Outcome.Refused(Refusal.OWN_DRAFT));
  }

  @Test
  void nobodyActivatesADraftTheyWroteUnderAnotherLogin() {
    IncentivePlan rewritten = changed(draft.rewrite(TERMS, OTTO, NOW));

    assertThat(rewritten.activate(new Person("otto-finance", "otto-at-work"), NOW))
        .isEqualTo(new Outcome.Refused(Refusal.OWN_DRAFT));
  }

  @Test
  void peopleWhoAreNoParticipantsAreToldApartByTheirLogins() {
    assertThat(draft.activate(FIONA, NOW)).isInstanceOf(Outcome.Changed.class);
  }

  @Test
  void aVersionThatChangesWhatAComponentGrantsIsNotActivated() {
    IncentivePlan next =
        changed(
            PlanFixture.active(terms(dinner("1")), TERMS)
                .draftNext(terms(cash("dinner", "1", "500.00")), OLGA, NOW));

    assertThat(next.activate(FIONA, NOW))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Verification.Finding::code)
                    .containsExactly(Verification.Code.COMPONENT_CHANGES_KIND));
  }

  @Test
  void aFaultyDraftIsNotActivated() {
    IncentivePlan faulty =
        changed(draft.rewrite(terms(pay("0.7", Settlement.EACH_EVENT)), OLGA, NOW));

    assertThat(faulty.activate(FIONA, NOW))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Verification.Finding::code)
                    .containsExactly(Verification.Code.WEIGHTS_NOT_ONE));
  }

  @Test
  void thereIsAtMostOneDraft() {
    assertThat(draft.draftNext(TERMS, OLGA, NOW))
        .isEqualTo(new Outcome.Refused(Refusal.DRAFT_EXISTS));
  }

  @Test
  void anActiveVersionIsNotRewritten() {
    assertThat(PlanFixture.active(TERMS).rewrite(TERMS, OLGA, NOW))
        .isEqualTo(new Outcome.Refused(Refusal.NO_DRAFT));
  }

  @Test
  void everyChangeCountsTheVersionUp() {
    assertThat(List.of(draft.version(), PlanFixture.active(TERMS).version()))
        .containsExactly(1L, 2L);
  }
}
