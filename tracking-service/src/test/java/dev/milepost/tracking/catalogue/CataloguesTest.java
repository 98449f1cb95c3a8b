package dev.milepost.tracking.catalogue;

import static dev.milepost.tracking.scenario.World.FAR;
import static dev.milepost.tracking.scenario.World.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.testing.SuiteResource;
import dev.milepost.tracking.pace.SeasonalCurve;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.scenario.World;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that knows an edition of the catalogue learns what changed since, and only that. */
@QuarkusTest
@WithTestResource(SuiteResource.class)
class CataloguesTest {
  private static final Owner OWNER = Owner.participant("ct-rep");

  @Inject World world;
  @Inject Catalogues catalogues;
  @Inject Goals goals;

  private long changed;
  private TrackedGoal other;

  @BeforeEach
  void twoGoals() {
    for (String id : List.of("ct-changed", "ct-other")) {
      world.goal(World.goal(id, 1, State.ACTIVE, OWNER, FAR, version(1, "1000")));
      await().until(() -> goals.find(id).isPresent());
    }
    changed = goals.find("ct-changed").orElseThrow().no();
    other = goal(goals.find("ct-other").orElseThrow().no());
  }

  @Test
  void learnsTheDaysOnWhichTheOwnerOfAGoalWorks() {
    WorkingDays days = new WorkingDays(Set.of(LocalDate.parse("2017-10-03")), false);

    change(goal -> goal.working(days), goal -> goals.putWorkingDays(List.of(goal), Instant.now()));

    assertThat(goal(changed).days()).isEqualTo(days);
    assertThat(goal(other.no())).isSameAs(other);
  }

  @Test
  void learnsHowTheOwnersWayWentOnInThePast() {
    SeasonalCurve season =
        new SeasonalCurve(Collections.nCopies(SeasonalCurve.SLICES, BigDecimal.ONE));

    change(goal -> goal.seasoned(season), goal -> goals.putSeason(goal, Instant.now()));

    assertThat(goal(changed).season()).isEqualTo(season);
    assertThat(goal(other.no())).isSameAs(other);
  }

  @Test
  void learnsWhatAGoalAsksForAndThatItIsCancelled() {
    world.goal(World.goal("ct-told", 1, State.ACTIVE, OWNER, FAR, version(1, "1000")));
    await().until(() -> goals.find("ct-told").isPresent());
    long told = goals.find("ct-told").orElseThrow().no();
    assertThat(goal(told).snapshot().current().target()).isEqualByComparingTo("1000");

    world.goal(World.goal("ct-told", 2, State.ACTIVE, OWNER, FAR, version(2, "1200")));
    await()
        .untilAsserted(
            () ->
                assertThat(goal(told).snapshot().current().target()).isEqualByComparingTo("1200"));
    world.goal(World.goal("ct-told", 3, State.CANCELLED, OWNER, FAR, version(2, "1200")));

    await().until(() -> find(told).isEmpty());
    assertThat(goal(other.no())).isSameAs(other);
  }

  @Test
  void doesNotTakeAnotherDatabaseForALaterStateOfThisOne() {
    assertThat(new Edition(1, 8).follows(new Edition(1, 7))).isTrue();
    assertThat(new Edition(2, 8).follows(new Edition(1, 7))).isFalse();
    assertThat(new Edition(1, 6).follows(new Edition(1, 7))).isFalse();
  }

  private void change(UnaryOperator<TrackedGoal> how, Consumer<TrackedGoal> put) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              catalogues.change();
              put.accept(how.apply(goals.find("ct-changed").orElseThrow()));
            });
  }

  private TrackedGoal goal(long no) {
    return find(no).orElseThrow();
  }

  private Optional<TrackedGoal> find(long no) {
    return QuarkusTransaction.requiringNew().call(() -> catalogues.shared().goal(no));
  }
}
