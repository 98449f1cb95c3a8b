package dev.milepost.tracking.scenario;

import static dev.milepost.tracking.scenario.SoldEvents.sale;
import static dev.milepost.tracking.scenario.SoldEvents.split;
import static dev.milepost.tracking.scenario.World.actual;
import static dev.milepost.tracking.scenario.World.credits;
import static dev.milepost.tracking.scenario.World.progress;
import static dev.milepost.tracking.scenario.World.revenueGoal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.EventType;
import dev.milepost.contract.MilestoneReached;
import dev.milepost.contract.Owner;
import dev.milepost.contract.ProgressRecorded;
import dev.milepost.contract.SaleCredit;
import dev.milepost.testing.SuiteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a sale to progress, milestones and what is told of them. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CountingTest {
  @Inject World world;

  @Test
  void countsASaleForTheSellerAndEveryTeamAbove() {
    world.team("north", "company");
    world.team("team-ann", "north", "ann");
    world.team("company", "");
    world.goal(revenueGoal("goal-ann", Owner.participant("ann"), "1000"));
    world.goal(revenueGoal("goal-team-ann", Owner.team("team-ann"), "2000"));
    world.goal(revenueGoal("goal-company", Owner.team("company"), "4000"));
    await().until(() -> progress("goal-company").getString("goalId") != null);
    awaitTeams("ann", "seen-1", 3);

    world.won("deal-ann-1", "ann", "600.50", "2017-11-05T10:00:00Z");

    await().until(() -> "600.5".equals(actual("goal-company")));
    assertThat(actual("goal-ann")).isEqualTo("600.5");
    assertThat(actual("goal-team-ann")).isEqualTo("600.5");
    assertThat(credits("deal-ann-1").getList("items[0].teams"))
        .containsExactly("team-ann", "north", "company");
  }

  @Test
  void tellsCreditsProgressAndMilestones() {
    world.goal(revenueGoal("goal-bob", Owner.participant("bob"), "1000"));
    await().until(() -> "0".equals(actual("goal-bob")));

    world.won("deal-bob-1", "bob", "600", "2017-11-05T10:00:00Z");

    await()
        .until(
            () ->
                world.told(EventType.MILESTONE_REACHED, "goal-bob", MilestoneReached.class).size()
                    == 2);
    List<MilestoneReached> reached =
        world.told(EventType.MILESTONE_REACHED, "goal-bob", MilestoneReached.class);
    assertThat(reached)
        .extracting(MilestoneReached::milestoneId, MilestoneReached::reachedAt)
        .containsExactly(
            tuple("goal-bob:0.25:1", Instant.parse("2017-11-05T10:00:00Z")),
            tuple("goal-bob:0.5:1", Instant.parse("2017-11-05T10:00:00Z")));
    SaleCredit credit = world.told(EventType.SALE_CREDITED, "bob", SaleCredit.class).getFirst();
    assertThat(credit.contributions())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.goalId()).isEqualTo("goal-bob");
              assertThat(line.sequence()).isEqualTo(1);
              assertThat(line.delta()).isEqualByComparingTo("600");
            });
    ProgressRecorded last =
        world.told(EventType.PROGRESS_RECORDED, "goal-bob", ProgressRecorded.class).getLast();
    assertThat(last.attainment()).isEqualByComparingTo("0.6");
    assertThat(last.fromSequence()).isEqualTo(1);
    assertThat(last.sequence()).isEqualTo(1);
  }

  @Test
  void dividesASplitSaleAndRollsItUpOnce() {
    world.team("team-split", "", "cat", "dan");
    world.goal(revenueGoal("goal-cat", Owner.participant("cat"), "1000"));
    world.goal(revenueGoal("goal-dan", Owner.participant("dan"), "1000"));
    world.goal(revenueGoal("goal-team-split", Owner.team("team-split"), "1000"));
    await().until(() -> "0".equals(actual("goal-team-split")));
    awaitTeams("cat", "seen-2", 1);

    world.won(
        "deal-split",
        sale(
            null,
            List.of(split("cat", "0.6"), split("dan", "0.4")),
            "100",
            "2017-11-05T10:00:00Z"));

    await().until(() -> "100".equals(actual("goal-team-split")));
    assertThat(actual("goal-cat")).isEqualTo("60");
    assertThat(actual("goal-dan")).isEqualTo("40");
  }

  @Test
  void creditsASaleWithoutSellerToTheHouse() {
    world.won("deal-house", null, "5", "2017-11-05T10:00:00Z");

    await().until(() -> credits("deal-house").getList("items").size() == 1);
    assertThat(credits("deal-house").getString("items[0].participantId")).isEqualTo("house");
  }

  @Test
  void countsASaleOnlyInItsOwnPeriod() {
    world.goal(revenueGoal("goal-edge", Owner.participant("edge"), "1000"));
    await().until(() -> "0".equals(actual("goal-edge")));

    world.won("deal-before", "edge", "1", "2017-09-30T23:59:59.999Z");
    world.won("deal-first", "edge", "2", "2017-10-01T00:00:00Z");
    world.won("deal-after", "edge", "4", "2018-01-01T00:00:00Z");

    await().until(() -> credits("deal-after").getList("items").size() == 1);
    await().until(() -> "2".equals(actual("goal-edge")));
  }

  @Test
  void hasNoEffectForTheSameEventSentAgain() {
    world.goal(revenueGoal("goal-dup", Owner.participant("dup"), "1000"));
    await().until(() -> "0".equals(actual("goal-dup")));

    world.won("deal-dup", "dup", "10.0", "2017-11-05T10:00:00Z");
    world.won("deal-dup", "dup", "10.00", "2017-11-05T10:00:00Z");
    world.won("deal-dup-last", "dup", "1", "2017-11-06T10:00:00Z");

    await().until(() -> "11".equals(actual("goal-dup")));
    assertThat(credits("deal-dup").getList("items")).hasSize(1);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  /** The directory has its own topic; a sale with no goal shows whether it has arrived. */
  private void awaitTeams(String participant, String probe, int teams) {
    int[] sent = {0};
    await()
        .until(
            () -> {
              String id = probe + "-" + sent[0]++;
              world.won(id, participant, "1", "2016-01-01T00:00:00Z");
              await().until(() -> !credits(id).getList("items").isEmpty());
              return credits(id).getList("items[-1].teams").size() == teams;
            });
  }
}
