package dev.milepost.tracking.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.MetricVersion.Aggregation;
import dev.milepost.contract.MetricVersion.Direction;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The quarter has 92 days; on a LINEAR profile half of it has passed at 2017-11-16. */
class AttainmentTest {
  private static final Instant START = World.START;
  private static final Instant HALF = Instant.parse("2017-11-16T00:00:00Z");
  private static final Instant END = World.END;

  @Test
  void tellsThatTwentyPercentMoreNewCustomersEndedAtTwentyFive() {
    // From 100 to 100 × 1.20 = 120; 125 came: 125 / 120 = 1.0417 of the target,
    // 125 / 100 − 1 = 0.25, so 25 % of growth
    Attainment newCustomers =
        attainment(Aggregation.DISTINCT_COUNT, Direction.INCREASE, "100", "120");
    BigDecimal attainment = newCustomers.at(new BigDecimal("125"), END);

    assertThat(attainment).isEqualByComparingTo("1.0416666666");
    assertThat(attainment.setScale(4, RoundingMode.HALF_EVEN)).isEqualByComparingTo("1.0417");
    assertThat(newCustomers.growth(new BigDecimal("125"))).isEqualByComparingTo("0.25");
    assertThat(newCustomers.ofTarget(new BigDecimal("125"))).isNull();
  }

  @Test
  void measuresSatisfactionOnItsWayFromEightyToNinety() {
    Attainment satisfaction = attainment(Aggregation.AVERAGE, Direction.INCREASE, "80", "90");

    // (86 − 80) / (90 − 80) = 0.6; beside it 86 / 90 = 0.9556
    assertThat(satisfaction.at(new BigDecimal("86"), HALF)).isEqualByComparingTo("0.6");
    assertThat(satisfaction.ofTarget(new BigDecimal("86"))).isEqualByComparingTo("0.9555555555");
    assertThat(satisfaction.at(new BigDecimal("79"), HALF)).isEqualByComparingTo("-0.1");
    assertThat(satisfaction.at(new BigDecimal("91"), HALF)).isEqualByComparingTo("1.1");
    assertThat(satisfaction.at(null, HALF)).isNull();
  }

  @Test
  void measuresALevelThatShouldFall() {
    // Days to close from 40 to 30, now 34: (34 − 40) / (30 − 40) = 0.6
    Attainment days = attainment(Aggregation.AVERAGE, Direction.DECREASE, "40", "30");

    assertThat(days.at(new BigDecimal("34"), HALF)).isEqualByComparingTo("0.6");
    assertThat(days.reaches(new BigDecimal("35"), days.bar(new BigDecimal("0.5"), HALF))).isTrue();
    assertThat(days.reaches(new BigDecimal("35.01"), days.bar(new BigDecimal("0.5"), HALF)))
        .isFalse();
  }

  @Test
  void reachesABarThatAShareOfDaysAloneWouldMiss() {
    // 17 of 92 days: 17 / 92 × 92 − 0.25 × (92 − 52) = 17 − 10 = 7, though 17 / 92 never ends.
    Attainment complaints = attainment(Aggregation.COUNT, Direction.DECREASE, "92", "52");
    Instant due = Instant.parse("2017-10-18T00:00:00Z");
    BigDecimal seven = new BigDecimal("7");

    assertThat(complaints.bar(new BigDecimal("0.25"), due)).isEqualTo("7");
    assertThat(complaints.reaches(seven, complaints.bar(new BigDecimal("0.25"), due))).isTrue();
    assertThat(complaints.done(seven, due)).isEqualByComparingTo("0.25");
  }

  @Test
  void measuresComplaintsToDateOnTheirWayFromEightyToFifty() {
    Attainment complaints = attainment(Aggregation.COUNT, Direction.DECREASE, "80", "50");

    // At half time 0.5·80 = 40 would be as before and 0.5·50 = 25 on target; 28 came:
    // (40 − 28) / (0.5 · 30) = 12 / 15 = 0.8 to date, and 12 / 30 = 0.4 of the whole way.
    assertThat(complaints.at(new BigDecimal("28"), HALF)).isEqualByComparingTo("0.8");
    assertThat(complaints.done(new BigDecimal("28"), HALF)).isEqualByComparingTo("0.4");
    assertThat(complaints.at(new BigDecimal("25"), HALF)).isEqualByComparingTo("1");
    // In the end (80 − 50) / 30 = 1, (80 − 65) / 30 = 0.5, (80 − 95) / 30 = −0.5
    assertThat(complaints.at(new BigDecimal("50"), END)).isEqualByComparingTo("1");
    assertThat(complaints.at(new BigDecimal("65"), END)).isEqualByComparingTo("0.5");
    assertThat(complaints.at(new BigDecimal("95"), END)).isEqualByComparingTo("-0.5");
    assertThat(complaints.at(BigDecimal.ZERO, START)).isNull();
  }

  @Test
  void setsTheBarOfAShrinkingFlowByTheTimeThatHasPassed() {
    Attainment complaints = attainment(Aggregation.SUM, Direction.DECREASE, "80", "50");
    BigDecimal half = new BigDecimal("0.5");

    // By half time a quarter of the way is done with at most 40 − 0.25·30 = 32.5
    assertThat(complaints.bar(new BigDecimal("0.25"), HALF)).isEqualByComparingTo("32.5");
    assertThat(complaints.reaches(new BigDecimal("25"), complaints.bar(half, HALF))).isTrue();
    assertThat(complaints.reaches(new BigDecimal("26"), complaints.bar(half, HALF))).isFalse();
  }

  @Test
  void neverReadsOneBeforeTheTargetIsReached() {
    Attainment revenue = attainment(Aggregation.SUM, Direction.INCREASE, null, "100000000000000");

    assertThat(revenue.at(new BigDecimal("99999999999999"), HALF)).isLessThan(BigDecimal.ONE);
    assertThat(revenue.at(new BigDecimal("1000000000000000"), HALF).toPlainString())
        .isEqualTo("10");
    assertThat(revenue.growth(BigDecimal.ONE)).isNull();
  }

  @Test
  void expectsALevelToMoveAlongTheProfile() {
    ExpectedPath path =
        ExpectedPath.of(
            goal(Aggregation.AVERAGE, Direction.INCREASE, "80", "90"), WorkingDays.ASSUMED, null);

    assertThat(path.expectedAt(HALF)).isEqualByComparingTo("0.5");
    assertThat(path.dueAt(new BigDecimal("0.25"))).isEqualTo("2017-10-24T00:00:00Z");
    assertThat(path.nextDayEnd(HALF)).contains(Instant.parse("2017-11-17T00:00:00Z"));
    assertThat(path.nextDayEnd(END)).isEmpty();
  }

  private static Attainment attainment(
      Aggregation aggregation, Direction direction, String baseline, String target) {
    GoalSnapshot goal = goal(aggregation, direction, baseline, target);
    return Attainment.of(goal, () -> ExpectedPath.of(goal, WorkingDays.ASSUMED, null));
  }

  private static GoalSnapshot goal(
      Aggregation aggregation, Direction direction, String baseline, String target) {
    return World.goal(
        "g",
        Owner.participant("p"),
        World.metric("m", aggregation, direction, "event.amount"),
        END,
        baseline == null ? World.version(1, target) : World.from(baseline, target));
  }
}
