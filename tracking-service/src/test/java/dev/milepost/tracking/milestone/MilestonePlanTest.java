package dev.milepost.tracking.milestone;

import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.GoalSnapshot.Version;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.milestone.Milestone.Crossing;
import dev.milepost.tracking.pace.ExpectedPath;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonePlanTest {
  private static final Instant DAY = Instant.parse("2017-11-01T00:00:00Z");
  private static final Owner OWNER = Owner.participant("p");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  @Test
  void opensWhatWasCrossedBeforeTheGoalAskedForIt() {
    Milestone unheard = Milestone.open(HALF, false, DAY).reached(crossing("500"));

    Milestone planned = plan(asking("0.5"), List.of(unheard)).getFirst();

    assertThat(planned.declared()).isTrue();
    assertThat(planned.crossing()).isNull();
    assertThat(planned.cycle()).isEqualTo(1);
    assertThat(planned.at(new BigDecimal("500"), new BigDecimal("1000")))
        .contains(Milestone.Change.REACHED);
  }

  @Test
  void remembersThatTheGoalWasAchieved() {
    Milestone unheard = Milestone.open(BigDecimal.ONE, false, DAY).reached(crossing("1000"));

    Milestone planned = plan(asking("1"), List.of(unheard)).getFirst();

    assertThat(planned.crossing()).isNull();
    assertThat(planned.achieved()).isTrue();
    assertThat(planned.reached(crossing("1000")).reverted(true).achieved()).isFalse();
  }

  @Test
  void keepsWhatWasReachedAndTold() {
    Milestone told = Milestone.open(HALF, true, DAY).reached(crossing("500"));

    assertThat(plan(asking("0.5"), List.of(told)).getFirst()).isEqualTo(told);
    assertThat(plan(asking("0.75"), List.of(told)).getFirst()).isEqualTo(told);
  }

  @Test
  void keepsWatchingWhatItNoLongerAsksFor() {
    Milestone open = Milestone.open(HALF, true, DAY);

    Milestone planned = plan(asking("0.75"), List.of(open)).getFirst();

    assertThat(planned).isEqualTo(Milestone.open(HALF, false, DAY));
  }

  @Test
  void doesNotDateByARevisionWhatWasNotDueBeforeIt() {
    Instant revised = Instant.parse("2017-12-01T00:00:00Z");
    GoalSnapshot before = World.goal("g", 1, State.ACTIVE, OWNER, World.FAR, version(1, "100"));
    GoalSnapshot eased =
        World.goal("g", 2, State.ACTIVE, OWNER, World.FAR, version(1, "100"), from(revised, "60"));
    List<Milestone> planned = plan(before, List.of());

    List<Milestone> anew = plan(eased, planned);

    // 61 of 92 days and 66.3 of 60: everything is asked for; 0.75 was due on 9 December.
    assertThat(anew.stream().map(Milestone::dueAt))
        .containsExactly(
            planned.get(0).dueAt(),
            planned.get(1).dueAt(),
            Instant.parse("2017-12-02T00:00:00Z"),
            Instant.parse("2017-12-02T00:00:00Z"));
    // More is asked for: half of 200 is due later than half of 100 was.
    GoalSnapshot harder =
        World.goal("g", 2, State.ACTIVE, OWNER, World.FAR, version(1, "100"), from(revised, "200"));
    assertThat(plan(harder, planned).get(1).dueAt()).isAfter(revised);
  }

  private static Version from(Instant effectiveFrom, String target) {
    Version version = version(2, target);
    return new Version(
        2,
        null,
        version.target(),
        null,
        version.milestones(),
        effectiveFrom,
        version.reason(),
        version.author());
  }

  private static List<Milestone> plan(GoalSnapshot goal, List<Milestone> existing) {
    return MilestonePlan.of(goal, ExpectedPath.of(goal, WorkingDays.ASSUMED, null), existing);
  }

  private static GoalSnapshot asking(String... thresholds) {
    return World.goal("g", 1, State.ACTIVE, OWNER, World.FAR, World.version(1, "1000", thresholds));
  }

  private static Crossing crossing(String bar) {
    return new Crossing(new BigDecimal(bar), 1, DAY, DAY);
  }
}
