package dev.milepost.tracking.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.milepost.runtime.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Instant EARLY = Instant.parse("2017-11-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2017-11-02T00:00:00Z");
  private static final Instant NOW = Instant.parse("2017-11-03T00:00:00Z");

  @Test
  void endsNowUnlessToldOtherwise() {
    assertThat(Interval.of(EARLY, null, NOW).to()).isEqualTo(NOW);
    assertThat(Interval.of(EARLY, LATE, NOW).to()).isEqualTo(LATE);
    assertThat(Interval.of(EARLY, NOW, NOW).to()).isEqualTo(NOW);
  }

  @Test
  void everyMomentBelongsToOneOfTwoThatFollowEachOther() {
    Interval first = Interval.of(EARLY, LATE, NOW);
    Interval second = Interval.of(LATE, NOW, NOW);
    assertThat(first.contains(EARLY)).isFalse();
    assertThat(first.contains(LATE)).isTrue();
    assertThat(second.contains(LATE)).isFalse();
    assertThat(second.contains(LATE.plusNanos(1000))).isTrue();
    assertThat(second.contains(NOW)).isTrue();
  }

  @Test
  void isAsFineAsTimesAreKept() {
    assertThat(Interval.of(EARLY.plusNanos(999), LATE.plusNanos(1999), NOW))
        .isEqualTo(new Interval(EARLY, LATE.plusNanos(1000)));
  }

  @Test
  void refusesWhatIsEmptyOrLiesAhead() {
    assertRefused(null, LATE, "required");
    assertRefused(LATE, LATE, "not-after-from");
    assertRefused(LATE, EARLY, "not-after-from");
    assertRefused(NOW, null, "not-after-from");
    assertRefused(EARLY, NOW.plusNanos(1), "ahead-of-now");
  }

  private static void assertRefused(Instant from, Instant to, String code) {
    assertThatThrownBy(() -> Interval.of(from, to, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.violationCodes()).isEqualTo(List.of(code)));
  }
}
