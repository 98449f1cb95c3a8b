package dev.milepost.benchmarks.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTimeTest {

  @Test
  void readsTicksOfTheProcessAndOfItsEndedChildren() {
    ProcessTime time =
        ProcessTime.parse(
            "4711 (postgres) S 1 4711 4711 0 -1 4194560 5566 99 0 0 120 34 1000 200 20 0 1 0 5");

    assertThat(time).isEqualTo(new ProcessTime(154, 1_200));
  }

  @Test
  void readsPastANameWithBracketsAndSpaces() {
    ProcessTime time = ProcessTime.parse("1 (a) b (c) R 1 1 1 0 -1 0 0 0 0 0 7 8 9 10 20 0 1 0 5");

    assertThat(time).isEqualTo(new ProcessTime(15, 19));
  }
}
