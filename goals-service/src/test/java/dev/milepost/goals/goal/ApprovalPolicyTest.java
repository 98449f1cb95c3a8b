package dev.milepost.goals.goal;

import static dev.milepost.goals.goal.Goals.ANNA;
import static dev.milepost.goals.goal.Goals.BEFORE;
import static dev.milepost.goals.goal.Goals.DEADLINE;
import static dev.milepost.goals.goal.Goals.FINN;
import static dev.milepost.goals.goal.Goals.LINE;
import static dev.milepost.goals.goal.Goals.MIA;
import static dev.milepost.goals.goal.Goals.OLGA;
import static dev.milepost.goals.goal.Goals.OTTO;
import static dev.milepost.goals.goal.Goals.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.Owner;
import dev.milepost.goals.goal.Outcome.Refused;
import dev.milepost.goals.problem.GoalsProblem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApprovalPolicyTest {
  private static final Owner ANNAS = Owner.participant("anna");
  private static final Owner MIAS_TEAM = Owner.team("team-mia");

  @Test
  void aGoalSetForAParticipantNeedsThatParticipantsAcceptance() {
    Goal goal = Goals.proposed(MIA, ANNAS);

    assertMay(goal, ANNA, BEFORE);
    assertMayNot(goal, RITA, BEFORE, GoalsProblem.NOT_THE_APPROVER);
    assertMayNot(goal, OTTO, BEFORE, GoalsProblem.NOT_THE_APPROVER);
  }

  @Test
  void afterTheDeadlineTheNextManagerUpMayDecideToo() {
    Goal goal = Goals.proposed(MIA, ANNAS);

    assertMayNot(goal, RITA, DEADLINE.minusNanos(1), GoalsProblem.NOT_THE_APPROVER);
    assertMay(goal, RITA, DEADLINE);
    assertMay(goal, ANNA, DEADLINE);
  }

  @Test
  void afterTheDeadlineTheParticipantsOwnManagerDecidesAboutAGoalOfSalesOps() {
    Goal goal = Goals.proposed(OTTO, ANNAS);

    assertMay(goal, MIA, DEADLINE);
    assertMayNot(goal, RITA, DEADLINE, GoalsProblem.NOT_THE_APPROVER);
  }

  @Test
  void theAuthorNeverApproves() {
    assertMayNot(Goals.proposed(MIA, ANNAS), MIA, DEADLINE, GoalsProblem.OWN_GOAL);
    assertMayNot(Goals.proposed(ANNA, ANNAS), ANNA, BEFORE, GoalsProblem.OWN_GOAL);
    assertMayNot(Goals.proposed(OTTO, MIAS_TEAM), OTTO, BEFORE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void theProposerNeverApproves() {
    Goal goal = Goals.done(Goals.propose(Goals.draft(OTTO, Owner.team("company")), OLGA));

    assertMayNot(goal, OLGA, BEFORE, GoalsProblem.OWN_GOAL);
    assertMayNot(goal, OTTO, BEFORE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void theOwnerIsAskedWhenSomebodyElseRewroteItsDraft() {
    Goal annas = Goals.draft(ANNA, ANNAS);
    Goal rewritten =
        Goals.done(
            annas.edit(MIA.person(), annas.terms(), Goals.version(1, MIA.person(), "500"), BEFORE));
    Goal goal = Goals.done(Goals.propose(rewritten, MIA));

    assertMay(goal, ANNA, BEFORE);
    assertMayNot(goal, RITA, BEFORE, GoalsProblem.NOT_THE_APPROVER);
    assertMayNot(goal, MIA, DEADLINE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void theOwnerIsAskedWhenSomebodyElseProposesItsDraftWithAnotherTarget() {
    Goal goal = Goals.proposedWith(Goals.draft(ANNA, ANNAS), MIA, "500");

    assertMay(goal, ANNA, BEFORE);
    assertMayNot(goal, MIA, DEADLINE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void whoRewroteADraftDoesNotApproveItThoughSomebodyElseProposedIt() {
    Goal ottos = Goals.draft(OTTO, Owner.team("company"));
    Goal rewritten =
        Goals.done(
            ottos.edit(
                OLGA.person(), ottos.terms(), Goals.version(1, OLGA.person(), "500"), BEFORE));
    Goal goal = Goals.done(Goals.propose(rewritten, OTTO));

    assertMayNot(goal, OLGA, BEFORE, GoalsProblem.OWN_GOAL);
    assertMayNot(goal, OTTO, BEFORE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void anEarlierProposerDoesNotApproveAProposalThatFollows() {
    Owner company = Owner.team("company");
    ReportingLine root = new ReportingLine(List.of(Optional.empty()));
    Actor third = new Actor(new Person("oscar", null), true, false);
    CounterOffer offer = new CounterOffer(BigDecimal.TEN, "Less", third.person(), BEFORE);
    Goal first = Goals.done(Goals.propose(Goals.draft(MIA, company), OTTO));
    Goal goal = Goals.proposedWith(Goals.done(first.counter(third, offer, root)), OLGA, "90");

    assertThat(refusal(goal, OTTO, root, BEFORE)).contains(Refused.because(GoalsProblem.OWN_GOAL));
    assertThat(refusal(goal, OLGA, root, BEFORE)).contains(Refused.because(GoalsProblem.OWN_GOAL));
    assertThat(refusal(goal, third, root, BEFORE)).isEmpty();
  }

  @Test
  void whoProposedATextThatWasRewrittenSinceMayApproveTheNewOne() {
    ReportingLine root = new ReportingLine(List.of(Optional.empty()));
    Goal first = Goals.proposed(OTTO, Owner.team("company"));
    Goal rejected = Goals.done(first.reject(OLGA, root, "Too low", BEFORE));
    Goal rewritten =
        Goals.done(
            rejected.edit(
                OLGA.person(), first.terms(), Goals.version(1, OLGA.person(), "500"), BEFORE));
    Goal goal = Goals.done(Goals.propose(rewritten, OLGA));

    assertThat(refusal(goal, OTTO, root, BEFORE)).isEmpty();
    assertThat(refusal(goal, OLGA, root, BEFORE)).contains(Refused.because(GoalsProblem.OWN_GOAL));
  }

  @Test
  void theManagerOfATeamDoesNotApproveItsGoalAsSalesOps() {
    Actor miaOfSalesOps = new Actor(MIA.person(), true, false);
    ReportingLine line = new ReportingLine(List.of(Optional.of("mia"), Optional.empty()));
    Goal goal = Goals.proposed(OTTO, MIAS_TEAM);

    assertThat(refusal(goal, miaOfSalesOps, line, BEFORE))
        .contains(Refused.because(GoalsProblem.OWN_GOAL));
    assertThat(refusal(goal, OLGA, line, BEFORE)).isEmpty();
  }

  @Test
  void theManagerOfATeamDoesNotApproveARevisionOfItsQuotaAsFinance() {
    Actor miaOfFinance = new Actor(MIA.person(), false, true);
    Goal draft = Goals.draft(OTTO, MIAS_TEAM);
    Goal quota =
        Goals.done(
            draft.edit(OTTO.person(), Goals.terms(MIAS_TEAM, true), draft.current(), BEFORE));
    Goal agreed = Goals.done(Goals.done(Goals.propose(quota, OTTO)).approve(RITA, LINE, BEFORE));
    GoalVersion revised = Goals.version(2, OTTO.person(), "80");
    Goal goal = Goals.done(agreed.proposeRevision(OTTO.person(), revised, BEFORE));

    assertThat(ApprovalPolicy.refusal(goal, revised, miaOfFinance, LINE))
        .contains(Refused.because(GoalsProblem.OWN_GOAL));
    assertThat(ApprovalPolicy.refusal(goal, revised, FINN, LINE)).isEmpty();
  }

  @Test
  void aSecondLoginDoesNotMakeASecondPerson() {
    Actor again = new Actor(new Person("anna-admin", "anna"), true, false);

    assertMayNot(Goals.proposed(ANNA, ANNAS), again, BEFORE, GoalsProblem.OWN_GOAL);
  }

  @Test
  void aGoalOfAParticipantsOwnNeedsTheManager() {
    Goal goal = Goals.proposed(ANNA, ANNAS);

    assertMay(goal, MIA, BEFORE);
    assertMayNot(goal, RITA, BEFORE, GoalsProblem.NOT_THE_APPROVER);
  }

  @Test
  void aTeamsGoalNeedsTheManagerOfTheTeamAbove() {
    Goal goal = Goals.proposed(MIA, MIAS_TEAM);

    assertMay(goal, RITA, BEFORE);
    assertMayNot(goal, OTTO, BEFORE, GoalsProblem.NOT_THE_APPROVER);
  }

  @Test
  void aTeamUnderNoManagerNeedsSalesOpsOtherThanTheAuthor() {
    Goal goal = Goals.proposed(OTTO, Owner.team("company"));
    ReportingLine root = new ReportingLine(List.of(Optional.empty()));

    assertThat(refusal(goal, OLGA, root, BEFORE)).isEmpty();
    assertThat(refusal(goal, OTTO, root, BEFORE)).contains(Refused.because(GoalsProblem.OWN_GOAL));
  }

  @Test
  void aTeamUnderATeamWithoutManagerNeedsSalesOpsEvenWhenThereIsAManagerFurtherUp() {
    Goal goal = Goals.proposed(OTTO, MIAS_TEAM);
    ReportingLine line =
        new ReportingLine(List.of(Optional.of("mia"), Optional.empty(), Optional.of("ceo")));

    assertThat(refusal(goal, OLGA, line, BEFORE)).isEmpty();
    assertThat(refusal(goal, Goals.participant("ceo"), line, BEFORE)).isPresent();
  }

  @Test
  void whoManagesBothTeamsDoesNotApproveTheOwnOne() {
    Goal goal = Goals.proposed(OTTO, MIAS_TEAM);
    ReportingLine line =
        new ReportingLine(List.of(Optional.of("mia"), Optional.of("mia"), Optional.of("rita")));

    assertThat(refusal(goal, MIA, line, BEFORE)).isPresent();
    assertThat(refusal(goal, RITA, line, BEFORE)).isEmpty();
  }

  @Test
  void aQuotaIsRevisedWithSalesOpsOrFinanceAsSecondPerson() {
    Goal quota = revisionBy(MIA, true);

    assertThat(ApprovalPolicy.refusal(quota, pending(quota), OTTO, LINE)).isEmpty();
    assertThat(ApprovalPolicy.refusal(quota, pending(quota), FINN, LINE)).isEmpty();
    assertThat(ApprovalPolicy.refusal(quota, pending(quota), RITA, LINE)).isPresent();
    assertThat(ApprovalPolicy.refusal(quota, pending(quota), ANNA, LINE)).isPresent();
  }

  @Test
  void anotherGoalIsRevisedWithItsOwnerOrTheNextManagerUpAsSecondPerson() {
    Goal goal = revisionBy(MIA, false);

    assertThat(ApprovalPolicy.refusal(goal, pending(goal), ANNA, LINE)).isEmpty();
    assertThat(ApprovalPolicy.refusal(goal, pending(goal), RITA, LINE)).isEmpty();
    assertThat(ApprovalPolicy.refusal(goal, pending(goal), MIA, LINE))
        .contains(Refused.because(GoalsProblem.OWN_GOAL));
  }

  private static Goal revisionBy(Actor author, boolean quota) {
    GoalVersion revised = Goals.version(2, author.person(), "80");
    return Goals.done(Goals.approved(quota).proposeRevision(author.person(), revised, BEFORE));
  }

  private static GoalVersion pending(Goal goal) {
    return java.util.Objects.requireNonNull(goal.revision());
  }

  private static void assertMay(Goal goal, Actor actor, Instant now) {
    assertThat(refusal(goal, actor, LINE, now)).isEmpty();
  }

  private static void assertMayNot(Goal goal, Actor actor, Instant now, GoalsProblem problem) {
    assertThat(refusal(goal, actor, LINE, now)).contains(Refused.because(problem));
  }

  private static Optional<Refused> refusal(
      Goal goal, Actor actor, ReportingLine line, Instant now) {
    Proposal proposal = java.util.Objects.requireNonNull(goal.proposal());
    return ApprovalPolicy.refusal(goal, proposal, actor, line, now);
  }
}
