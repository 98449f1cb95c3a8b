package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static dev.milepost.tracking.scenario.World.salesOps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.GoalAchieved;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.MilestoneReverted;
import dev.milepost.contract.Owner;
import dev.milepost.contract.SaleCredit;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Undo works once, everywhere. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class ReversalTest {
  @Inject World world;

  @Test
  void takesBackProgressAndMilestonesInThePeriodOfTheOriginal() {
    goal("rev");
    world.won("deal-rev", "rev", "600", "2017-11-05T10:00:00Z");
    await().until(() -> "600".equals(actual("goal-rev")));

    world.reverse("undo-rev", "deal-rev");

    await().until(() -> "0".equals(actual("goal-rev")));
    assertThat(
            world.told(EventType.MILESTONE_REVERTED, "goal-rev", MilestoneReverted.class).stream()
                .map(MilestoneReverted::milestoneId))
        .containsExactly("goal-rev:0.25:1", "goal-rev:0.5:1");
    SaleCredit reversed = world.told(EventType.CREDIT_REVERSED, "rev", SaleCredit.class).getFirst();
    assertThat(reversed.share()).isEqualByComparingTo("-1");
    assertThat(reversed.occurredAt()).isEqualTo("2017-11-05T10:00:00Z");
    assertThat(reversed.reversedBy().id()).isEqualTo("undo-rev");
    assertThat(
            World.salesOps().get("/v1/progress/goal-rev/entries").jsonPath().getList("items.kind"))
        .containsExactly("LIVE", "REVERSAL");
  }

  @Test
  void reachesAMilestoneAgainInANewCycle() {
    goal("cyc");
    world.won("deal-cyc-1", "cyc", "300", "2017-11-05T10:00:00Z");
    world.reverse("undo-cyc", "deal-cyc-1");
    await().until(() -> credits("deal-cyc-1").getList("items").size() == 2);
    await().until(() -> "0".equals(actual("goal-cyc")));

    world.won("deal-cyc-2", "cyc", "1000", "2017-11-07T10:00:00Z");

    await()
        .until(
            () -> !world.told(EventType.GOAL_ACHIEVED, "goal-cyc", GoalAchieved.class).isEmpty());
    MilestoneReached last =
        world.told(EventType.MILESTONE_REACHED, "goal-cyc", MilestoneReached.class).stream()
            .filter(reached -> reached.threshold().doubleValue() == 0.25)
            .toList()
            .getLast();
    assertThat(last.reachedAt()).isEqualTo("2017-11-07T10:00:00Z");
    await().until(() -> "TARGET_REACHED".equals(progress("goal-cyc").getString("status")));
  }

  @Test
  void waitsForItsOriginalAndThenApplies() {
    goal("early");
    world.reverse("undo-early", "deal-early");
    await().until(() -> waiting().contains("undo-early"));

    world.won("deal-early", "early", "600", "2017-11-05T10:00:00Z");
    world.won("deal-early-2", "early", "7", "2017-11-06T10:00:00Z");

    await().until(() -> "7".equals(actual("goal-early")));
    await().until(() -> credits("deal-early").getList("items").size() == 2);
    assertThat(waiting()).doesNotContain("undo-early");
  }

  @Test
  void hasOneEffectHoweverOftenItIsAskedFor() {
    goal("twice");
    world.won("deal-twice", "twice", "600", "2017-11-05T10:00:00Z");
    world.reverse("undo-twice-1", "deal-twice");
    world.reverse("undo-twice-2", "deal-twice");
    world.reverse("undo-twice-1", "deal-twice");
    world.won("deal-twice-last", "twice", "1", "2017-11-06T10:00:00Z");

    await().until(() -> "1".equals(actual("goal-twice")));
    await().until(() -> credits("deal-twice").getList("items").size() == 2);
  }

  @Test
  void takesBackAPartInProportionAndThenTheRest() {
    goal("part");
    world.won("deal-part", "part", "300", "2017-11-05T10:00:00Z");
    world.reverse("undo-part-1", "deal-part", "100");
    await().until(() -> credits("deal-part").getList("items").size() == 2);
    await().until(() -> "200".equals(actual("goal-part")));

    world.reverse("undo-part-2", "deal-part");

    await().until(() -> "0".equals(actual("goal-part")));
    assertThat(credits("deal-part").getList("items.revision")).containsExactly(0, 1, 2);
  }

  @Test
  void keepsAMilestoneThatWhatIsLeftReachesExactly() {
    world.goal(revenueGoal("goal-third", Owner.participant("third"), "400"));
    await().until(() -> "0".equals(actual("goal-third")));
    world.won("deal-third", "third", "300", "2017-11-05T10:00:00Z");
    await().until(() -> "300".equals(actual("goal-third")));

    world.reverse("undo-third-1", "deal-third", "200");

    await().until(() -> "100".equals(actual("goal-third")));
    assertThat(
            world.told(EventType.MILESTONE_REVERTED, "goal-third", MilestoneReverted.class).stream()
                .map(MilestoneReverted::milestoneId))
        .containsExactly("goal-third:0.5:1", "goal-third:0.75:1");
    world.reverse("undo-third-2", "deal-third", "100");
    await().until(() -> "0".equals(actual("goal-third")));
  }

  private void goal(String owner) {
    world.goal(revenueGoal("goal-" + owner, Owner.participant(owner), "1000"));
    await().until(() -> "0".equals(actual("goal-" + owner)));
  }

  private static List<String> waiting() {
    return salesOps()
        .get("/v1/sales-events/waiting-reversals?limit=500")
        .jsonPath()
        .getList("items.reversal.id");
  }
}
