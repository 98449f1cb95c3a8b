package dev.milepost.goals.goal;

import static dev.milepost.goals.goal.Goals.BEFORE;
import static dev.milepost.goals.goal.Goals.MIA;
import static dev.milepost.goals.goal.Goals.Q4;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot.Milestone;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.goals.goal.Outcome.Refused;
import dev.milepost.goals.goal.ProposalPolicy.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalPolicyTest {
  private static final Goal GOOD = Goals.draft(MIA, Owner.participant("anna"));
  private static final Facts KNOWN = new Facts(true, Goals.sum());

  @Test
  void letsASpecificMeasurableAndDatedGoalPass() {
    assertThat(ProposalPolicy.check(GOOD, KNOWN, BEFORE)).isEmpty();
  }

  @Test
  void wantsAStatement() {
    GoalTerms terms = GOOD.terms();
    GoalTerms mute =
        new GoalTerms(
            "  ",
            terms.owner(),
            terms.metric(),
            terms.period(),
            terms.zone(),
            terms.graceDays(),
            terms.profile(),
            terms.creditTypes(),
            terms.quota(),
            terms.parentId());
    Goal goal = Goals.done(GOOD.edit(MIA.person(), mute, GOOD.current(), BEFORE));

    assertThat(codes(goal, KNOWN, BEFORE)).containsExactly("statement-missing");
  }

  @Test
  void wantsAnOwnerAndAMetricThatAreKnown() {
    assertThat(codes(GOOD, new Facts(false, null), BEFORE))
        .containsExactly("owner-unknown", "metric-unknown");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "''"})
  void wantsATargetAboveZero(String target) {
    Target asked = new Target(null, number(target), null, null);

    assertThat(codes(with(asked), KNOWN, BEFORE)).containsExactly("target-not-positive");
  }

  @Test
  void wantsABaselineForGrowth() {
    Target asked = new Target(null, null, BigDecimal.TEN, null);

    assertThat(codes(with(asked), KNOWN, BEFORE)).containsExactly("baseline-missing");
  }

  @Test
  void wantsAStretchAboveTheTarget() {
    Target asked = new Target(null, BigDecimal.TEN, null, BigDecimal.TEN);

    assertThat(codes(with(asked), KNOWN, BEFORE)).containsExactly("stretch-not-above-target");
  }

  @Test
  void wantsAPeriodThatIsNotOver() {
    assertThat(codes(GOOD, KNOWN, Q4.end().minusNanos(1))).isEmpty();
    assertThat(codes(GOOD, KNOWN, Q4.end())).containsExactly("period-over");
  }

  @Test
  void wantsMilestonesThatRiseInsideThePeriod() {
    List<Milestone> milestones =
        List.of(
            new Milestone(new BigDecimal("0.5"), Instant.parse("2017-11-15T00:00:00Z")),
            new Milestone(new BigDecimal("0.5"), Instant.parse("2017-11-01T00:00:00Z")),
            new Milestone(new BigDecimal("1.0"), Instant.parse("2018-01-02T00:00:00Z")));

    assertThat(MilestoneRules.findings(milestones, Q4))
        .containsExactly(
            Finding.of("/milestones/1/threshold", "milestone-not-rising"),
            Finding.of("/milestones/1/dueAt", "milestone-due-too-early"),
            Finding.of("/milestones/2/dueAt", "milestone-outside-period"));
  }

  @ParameterizedTest
  @CsvSource({
    "DISTINCT_COUNT, INCREASE, '', 120, ''",
    "DISTINCT_COUNT, INCREASE, '', 0,   target-not-positive",
    "COUNT,   DECREASE, 80, 50, ''",
    "COUNT,   DECREASE, '', 50, baseline-needed",
    "COUNT,   DECREASE, 80, 80, target-not-below-baseline",
    "COUNT,   DECREASE, 80, '', target-missing",
    "AVERAGE, INCREASE, 80, 90, ''",
    "AVERAGE, INCREASE, -5, 0,  ''",
    "AVERAGE, INCREASE, '', 90, baseline-needed",
    "LATEST,  INCREASE, 80, 80, target-not-above-baseline",
    "RATIO,   INCREASE, 80, 79, target-not-above-baseline",
    "RATIO,   DECREASE, 80, 79, ''",
    "AVERAGE, DECREASE, 80, 81, target-not-below-baseline"
  })
  void wantsATargetThatTheMetricCanBeMeasuredAgainst(
      Aggregation aggregation,
      Direction direction,
      String baseline,
      String target,
      String finding) {
    Facts facts = new Facts(true, Goals.metric(aggregation, direction));
    Target asked = new Target(number(baseline), number(target), null, null);

    assertThat(codes(with(asked), facts, BEFORE))
        .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
  }

  @Test
  void wantsAStretchBeyondTheTarget() {
    Facts facts = new Facts(true, Goals.metric(Aggregation.COUNT, Direction.DECREASE));
    BigDecimal target = new BigDecimal("50");
    Target asked = new Target(new BigDecimal("80"), target, null, target);

    assertThat(codes(with(asked), facts, BEFORE)).containsExactly("stretch-not-below-target");
  }

  private static Goal with(Target target) {
    GoalVersion version = GOOD.current().withTarget(target, MIA.person());
    return Goals.done(GOOD.edit(MIA.person(), GOOD.terms(), version, BEFORE));
  }

  private static List<String> codes(Goal goal, Facts facts, Instant now) {
    Optional<Refused> refused = ProposalPolicy.check(goal, facts, now);
    return refused.stream().flatMap(r -> r.findings().stream()).map(Finding::code).toList();
  }

  private static @Nullable BigDecimal number(String text) {
    return text.isEmpty() ? null : new BigDecimal(text);
  }
}
