package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.milepost.contract.GoalSnapshot;
import dev.milepost.contract.GoalSnapshot.State;
import dev.milepost.contract.Owner;
import dev.milepost.tracking.pace.WorkingDays;
import dev.milepost.tracking.progress.GoalHistory.Course;
import dev.milepost.tracking.progress.GoalHistory.Known;
import dev.milepost.tracking.progress.GoalHistory.KnownVersion;
import dev.milepost.tracking.scenario.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoalHistoryTest {
  private static final Instant FIRST = Instant.parse("2017-10-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2017-11-01T00:00:00Z");
  private static final Instant THIRD = Instant.parse("2017-12-01T00:00:00Z");

  @Test
  void isWhatWasKnownLastAtTheMoment() {
    Course course = new Course(List.of(known(FIRST, 1), known(SECOND, 2), known(THIRD, 3)));
    assertThat(course.at(FIRST.minusNanos(1))).isEmpty();
    assertThat(course.at(FIRST)).map(Known::since).contains(FIRST);
    assertThat(course.at(THIRD.minusNanos(1))).map(Known::since).contains(SECOND);
    assertThat(course.at(THIRD)).map(Known::since).contains(THIRD);
    assertThat(course.begin()).isEqualTo(FIRST);
  }

  @Test
  void goesByTheOrderOfChangesNotByTheClocksOfReplicas() {
    Course course = new Course(List.of(known(SECOND, 1), known(FIRST, 2)));
    assertThat(course.at(THIRD)).map(known -> known.goal().version()).contains(2L);
  }

  @Test
  void datesAVersionByTheFirstThatToldOfIt() {
    Course course = new Course(List.of(known(FIRST, 1), known(SECOND, 3), known(THIRD, 3)));
    assertThat(course.versions())
        .extracting(KnownVersion::since)
        .containsExactly(FIRST, SECOND, SECOND);
  }

  private static Known known(Instant since, int version) {
    GoalSnapshot.Version[] versions = new GoalSnapshot.Version[version];
    for (int number = 1; number <= version; number++) {
      versions[number - 1] = World.version(number, "1000");
    }
    GoalSnapshot goal =
        World.goal("g", version, State.ACTIVE, Owner.participant("p"), World.FAR, versions);
    return new Known(since, goal, WorkingDays.ASSUMED, null);
  }
}
