package dev.milepost.goals.goal;

import static dev.milepost.goals.goal.Goals.ANNA;
import static dev.milepost.goals.goal.Goals.BEFORE;
import static dev.milepost.goals.goal.Goals.LINE;
import static dev.milepost.goals.goal.Goals.MIA;
import static dev.milepost.goals.goal.Goals.Q4;
import static dev.milepost.goals.goal.Goals.done;
import static dev.milepost.goals.goal.Goals.propose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.Owner;
import dev.milepost.goals.goal.Outcome.Done;
import dev.milepost.goals.goal.Outcome.Refused;
import dev.milepost.goals.problem.GoalsProblem;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalLifeCycleTest {
  private static final Owner OWNER = Owner.participant("anna");
  private static final Instant IN_PERIOD = Instant.parse("2017-11-11T00:00:00Z");

  @Test
  void freezesTheMetricWhenItIsProposed() {
    Goal proposed = Goals.proposed(MIA, OWNER);

    assertThat(proposed.state()).isEqualTo(GoalState.PROPOSED);
    assertThat(proposed.metric()).isEqualTo(Goals.sum());
    assertThat(proposed.version()).isEqualTo(2);
  }

  @Test
  void isPublishedWhenItIsApprovedBeforeItsPeriod() {
    Outcome outcome = Goals.proposed(MIA, OWNER).approve(ANNA, LINE, BEFORE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.publishes()).isEqualTo(EventType.GOAL_PUBLISHED);
              assertThat(done.goal().state()).isEqualTo(GoalState.APPROVED);
              assertThat(done.goal().current().approvedBy()).isEqualTo(ANNA.person());
              assertThat(GoalSnapshots.of(done.goal()).version()).isEqualTo(3);
            });
  }

  @Test
  void isActiveAtOnceWhenItIsApprovedInItsPeriod() {
    Goal approved = done(Goals.proposed(MIA, OWNER).approve(ANNA, LINE, IN_PERIOD));

    assertThat(approved.state()).isEqualTo(GoalState.ACTIVE);
    assertThat(approved.history())
        .extracting(Step::action)
        .endsWith(Step.Action.ACCEPTED, Step.Action.ACTIVATED);
  }

  @Test
  void becomesActiveAtTheFirstInstantOfItsPeriodAndNotBefore() {
    Goal approved = Goals.approved(false);

    assertThat(approved.activate(Q4.start().minusNanos(1))).isInstanceOf(Outcome.Unchanged.class);
    assertThat(approved.activate(Q4.start()))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.goal().state()).isEqualTo(GoalState.ACTIVE);
              assertThat(done.publishes()).isEqualTo(EventType.GOAL_PUBLISHED);
              assertThat(done.goal().activate(Q4.end())).isInstanceOf(Outcome.Unchanged.class);
            });
  }

  @Test
  void cannotBeApprovedAfterItsPeriod() {
    Outcome outcome = Goals.proposed(MIA, OWNER).approve(ANNA, LINE, Q4.end());

    assertThat(outcome).isEqualTo(Refused.because(GoalsProblem.PERIOD_OVER, Q4.end()));
  }

  @Test
  void isProposedAgainAfterACounterOffer() {
    CounterOffer offer =
        new CounterOffer(new BigDecimal("90"), "Two of us are on leave", ANNA.person(), BEFORE);
    Goal countered = done(Goals.proposed(MIA, OWNER).counter(ANNA, offer, LINE));

    Goal again =
        done(
            countered.propose(
                new Proposal(MIA.person(), BEFORE, Goals.DEADLINE),
                new BigDecimal("95"),
                new ProposalPolicy.Facts(true, Goals.sum()),
                "Let us meet in the middle"));

    assertThat(countered.state()).isEqualTo(GoalState.COUNTERED);
    assertThat(again.state()).isEqualTo(GoalState.PROPOSED);
    assertThat(again.counter()).isNull();
    assertThat(again.current().target().value()).isEqualTo("95");
  }

  @Test
  void becomesADraftAgainWhenItIsEditedAfterRejection() {
    Goal rejected = done(Goals.proposed(MIA, OWNER).reject(ANNA, LINE, "Too vague", BEFORE));

    Goal edited = done(rejected.edit(MIA.person(), rejected.terms(), rejected.current(), BEFORE));

    assertThat(rejected.state()).isEqualTo(GoalState.REJECTED);
    assertThat(edited.state()).isEqualTo(GoalState.DRAFT);
    assertThat(edited.metric()).isNull();
  }

  @Test
  void isNotEditedOnceItIsProposed() {
    Goal proposed = Goals.proposed(MIA, OWNER);

    assertThat(proposed.edit(MIA.person(), proposed.terms(), proposed.current(), BEFORE))
        .isEqualTo(Refused.because(GoalsProblem.WRONG_STATE, "edit", "PROPOSED"));
  }

  @Test
  void isRevisedUntilItsPeriodEnds() {
    Goal agreed = Goals.approved(false);
    GoalVersion revised = Goals.version(2, MIA.person(), "80");
    Instant lastMoment = Q4.end().minusNanos(1);
    Goal pending = done(agreed.proposeRevision(MIA.person(), revised, lastMoment));

    assertThat(agreed.proposeRevision(MIA.person(), revised, Q4.end()))
        .isEqualTo(Refused.because(GoalsProblem.PERIOD_OVER, Q4.end()));
    assertThat(pending.approveRevision(ANNA, LINE, Q4.end()))
        .isEqualTo(Refused.because(GoalsProblem.PERIOD_OVER, Q4.end()));
    assertThat(done(pending.approveRevision(ANNA, LINE, lastMoment)).current().version())
        .isEqualTo(2);
    assertThat(done(pending.rejectRevision(ANNA, LINE, "Late", Q4.end())).revision()).isNull();
  }

  @Test
  void waitsWithAnotherRevisionUntilTheFirstIsDecided() {
    GoalVersion revised = Goals.version(2, MIA.person(), "80");
    Goal pending = done(Goals.approved(false).proposeRevision(MIA.person(), revised, BEFORE));

    assertThat(pending.proposeRevision(MIA.person(), revised, BEFORE))
        .isEqualTo(Refused.because(GoalsProblem.REVISION_PENDING, 2));
  }

  @Test
  void staysAsItIsWhenARevisionIsRejected() {
    Goal agreed = Goals.approved(false);
    GoalVersion revised = Goals.version(2, MIA.person(), "80");
    Goal pending = done(agreed.proposeRevision(MIA.person(), revised, BEFORE));

    Outcome outcome = pending.rejectRevision(ANNA, LINE, "No", BEFORE);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Done.class,
            rejected -> {
              assertThat(rejected.publishes()).isNull();
              assertThat(rejected.goal().versions()).isEqualTo(agreed.versions());
              assertThat(rejected.goal().revision()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({"1, ACHIEVED", "1.25, ACHIEVED", "0.9999, MISSED", "-0.2, MISSED", ", NOT_MEASURED"})
  void closesWithTheVerdictOverTheFinalAttainment(
      BigDecimal attainment, GoalSnapshot.Outcome verdict) {
    Outcome outcome = Goals.approved(false).close(attainment, null, Q4.end());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.publishes()).isEqualTo(EventType.GOAL_CLOSED);
              assertThat(GoalSnapshots.of(done.goal()).outcome()).isEqualTo(verdict);
              assertThat(GoalSnapshots.of(done.goal()).finalAttainment()).isEqualTo(attainment);
            });
  }

  @Test
  void closesOnlyOnce() {
    Goal closed = done(Goals.approved(false).close(BigDecimal.ONE, null, Q4.end()));

    assertThat(closed.close(BigDecimal.ZERO, null, Q4.end())).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void tellsTheOthersOfACancellationOnlyWhenTheyKnowTheGoal() {
    Done published = (Done) Goals.approved(false).cancel(MIA.person(), "Reorganised", BEFORE);
    Done unknown =
        (Done) Goals.draft(MIA, OWNER).cancel(MIA.person(), "Written by mistake", BEFORE);

    assertThat(published.publishes()).isEqualTo(EventType.GOAL_CANCELLED);
    assertThat(unknown.publishes()).isNull();
    assertThat(propose(unknown.goal(), MIA))
        .isEqualTo(Refused.because(GoalsProblem.WRONG_STATE, "propose", "CANCELLED"));
  }
}
