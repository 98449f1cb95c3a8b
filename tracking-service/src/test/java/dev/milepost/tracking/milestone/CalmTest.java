package dev.milepost.tracking.milestone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CalmTest {
  private static final long ENOUGH = 1_000;

  private final Calm calm = new Calm();

  @Test
  void looksSomeTimesBeforeItTakesAGoalForCalm() {
    assertThat(calm.next(goal(7, 10), ENOUGH)).isEmpty();
    assertThat(calm.next(goal(7, 10), ENOUGH)).isEmpty();
    assertThat(calm.next(goal(7, 10), ENOUGH)).isEmpty();
    assertThat(calm.next(goal(7, 10), ENOUGH)).containsExactly(7L);
  }

  @Test
  void leavesABusyGoalAlone() {
    look(goal(7, 10));

    assertThat(calm.next(goal(7, 11), ENOUGH)).isEmpty();
    look(goal(7, 12));
    assertThat(calm.next(goal(7, 12), ENOUGH)).containsExactly(7L);
  }

  @Test
  void givesAGoalThatIsAlwaysBusyItsTurnNowAndThen() {
    long turns = 0;
    for (int sequence = 1; sequence <= 64; sequence++) {
      turns += calm.next(goal(7, sequence), ENOUGH).size();
    }

    assertThat(turns).isEqualTo(4);
  }

  @Test
  void takesFewLinesOfBusyGoalsAtOnce() {
    long turns = 0;
    for (int sequence = 1; sequence <= 20; sequence++) {
      SequencedMap<Long, Long> goals = new LinkedHashMap<>(goal(3, 1_000L + sequence));
      goals.put(4L, 1_000L + sequence);
      List<Long> next = calm.next(goals, ENOUGH);
      assertThat(next).hasSizeLessThanOrEqualTo(1);
      turns += next.size();
    }

    assertThat(turns).isEqualTo(2);
  }

  @Test
  void takesNoMoreThanTheLinesAllowButAlwaysOne() {
    SequencedMap<Long, Long> goals = new LinkedHashMap<>(goal(3, 5_000));
    goals.put(4L, 10L);
    look(goals);

    assertThat(calm.next(goals, ENOUGH)).containsExactly(3L);
    assertThat(calm.next(goal(4, 10), ENOUGH)).containsExactly(4L);
  }

  @Test
  void forgetsGoalsThatAreNotInDoubtAnyMore() {
    look(goal(7, 10));
    calm.next(new LinkedHashMap<>(), ENOUGH);

    assertThat(calm.next(goal(7, 10), ENOUGH)).isEqualTo(List.of());
  }

  /** As often as it takes to find them calm the next time. */
  private void look(SequencedMap<Long, Long> goals) {
    for (int times = 0; times < 3; times++) {
      calm.next(goals, ENOUGH);
    }
  }

  private static SequencedMap<Long, Long> goal(long no, long sequence) {
    SequencedMap<Long, Long> goals = new LinkedHashMap<>();
    goals.put(no, sequence);
    return goals;
  }
}
